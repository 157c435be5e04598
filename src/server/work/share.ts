/** A dataset in memory that threads share: packed once, then handed to each without a copy of the statements. */

import { type Numbers, type PackedDataset, packDataset } from "../../dataset/columns/pack.ts";
import type { Dataset } from "../../model/dataset.ts";
import type { ServedDataset } from "../../service/served-dataset.ts";

const packs = new WeakMap<ServedDataset, PackedDataset>();

/** The same numbers in memory that can be shared. */
function shared(numbers: Numbers): Numbers {
  const buffer = new SharedArrayBuffer(numbers.byteLength);
  const copy = new (numbers.constructor as new (buffer: SharedArrayBuffer) => Numbers)(buffer);
  copy.set(numbers);
  return copy;
}

/** The pack of a dataset, made at the first call. How it was spelled in its files stays behind: nothing is written there. */
export function sharedPack(served: ServedDataset): PackedDataset {
  let pack = packs.get(served);
  if (!pack) {
    const { form: _spelling, ...dataset } = served.dataset;
    const { head, arrays } = packDataset(dataset satisfies Dataset);
    pack = { head, arrays: arrays.map(shared) };
    packs.set(served, pack);
  }
  return pack;
}
