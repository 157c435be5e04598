/** Eigenvalues of symmetric matrices, without eigenvectors. */

/**
 * All eigenvalues of a symmetric `order` × `order` matrix given row by row, greatest first. Householder reduction to three
 * diagonals, then QL with implicit shifts (J. H. Wilkinson and C. Reinsch, "Linear Algebra", 1971); O(order³).
 */
export function symmetricEigenvalues(matrix: Float64Array, order: number): Float64Array {
  const { diagonal, off } = tridiagonal(matrix.slice(), order);
  implicitQl(diagonal, off);
  return diagonal.sort((a, b) => b - a);
}

/** Overwrites the matrix. `off[i]` stands between rows i and i + 1; the last is 0. */
function tridiagonal(
  matrix: Float64Array,
  n: number,
): { readonly diagonal: Float64Array; readonly off: Float64Array } {
  const diagonal = new Float64Array(n);
  const off = new Float64Array(n);
  const vector = new Float64Array(n);
  const image = new Float64Array(n);
  for (let k = n - 1; k > 0; k--) {
    // Reflects row k so that only its cell (k, k − 1) is left of the diagonal.
    let square = 0;
    for (let j = 0; j < k; j++) square += (matrix[k * n + j] as number) ** 2;
    const last = matrix[k * n + k - 1] as number;
    const rest = square - last * last;
    if (rest <= 1e-300 || rest <= square * 1e-32) {
      off[k - 1] = last;
      continue;
    }
    const length = Math.sqrt(square);
    const alpha = last > 0 ? -length : length;
    off[k - 1] = alpha;
    for (let j = 0; j < k; j++) vector[j] = matrix[k * n + j] as number;
    vector[k - 1] = last - alpha;
    const half = square - alpha * last;
    let product = 0;
    for (let i = 0; i < k; i++) {
      let sum = 0;
      for (let j = 0; j < k; j++) sum += (matrix[i * n + j] as number) * (vector[j] as number);
      image[i] = sum / half;
      product += (image[i] as number) * (vector[i] as number);
    }
    const factor = product / (2 * half);
    for (let i = 0; i < k; i++) image[i] = (image[i] as number) - factor * (vector[i] as number);
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++)
        matrix[i * n + j] =
          (matrix[i * n + j] as number) -
          (vector[i] as number) * (image[j] as number) -
          (image[i] as number) * (vector[j] as number);
  }
  for (let i = 0; i < n; i++) diagonal[i] = matrix[i * n + i] as number;
  return { diagonal, off };
}

/** Turns the diagonal into the eigenvalues, in place. */
function implicitQl(diagonal: Float64Array, off: Float64Array): void {
  const n = diagonal.length;
  for (let from = 0; from < n; from++) {
    // Convergence is cubic; the bound only guards against cells that are not finite.
    for (let round = 0; round < 60; round++) {
      let end = from;
      while (end < n - 1) {
        const scale = Math.abs(diagonal[end] as number) + Math.abs(diagonal[end + 1] as number);
        if (Math.abs(off[end] as number) <= Number.EPSILON * scale) break;
        end++;
      }
      if (end === from) break;
      const step =
        ((diagonal[from + 1] as number) - (diagonal[from] as number)) / (2 * (off[from] as number));
      const reach = Math.hypot(step, 1);
      let g =
        (diagonal[end] as number) -
        (diagonal[from] as number) +
        (off[from] as number) / (step + (step >= 0 ? reach : -reach));
      let sine = 1;
      let cosine = 1;
      let shift = 0;
      let at = end - 1;
      for (; at >= from; at--) {
        const f = sine * (off[at] as number);
        const b = cosine * (off[at] as number);
        const r = Math.hypot(f, g);
        off[at + 1] = r;
        if (r === 0) {
          diagonal[at + 1] = (diagonal[at + 1] as number) - shift;
          off[end] = 0;
          break;
        }
        sine = f / r;
        cosine = g / r;
        const lower = (diagonal[at + 1] as number) - shift;
        const twist = ((diagonal[at] as number) - lower) * sine + 2 * cosine * b;
        shift = sine * twist;
        diagonal[at + 1] = lower + shift;
        g = cosine * twist - b;
      }
      if (at >= from) continue;
      diagonal[from] = (diagonal[from] as number) - shift;
      off[from] = g;
      off[end] = 0;
    }
  }
}
