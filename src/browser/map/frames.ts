/** When the frames of a slow picture are drawn and shown: one at a time, never both in the same task. Pure. */

/** What a frame is made of. */
export interface FrameWork {
  /** Has a frame drawn where it is not seen; false when that must wait for the next step. */
  draw(): boolean;
  /** Whether it is there by now. */
  isDone(): boolean;
  /** Brings it to the screen. */
  show(): void;
  /** Calls back before the screen is next painted. */
  later(step: () => void): void;
}

/**
 * Frames that are asked for while one is drawn become one that follows it. What is drawn in a task that also changes what the
 * screen shows would be waited for at its end, so a frame is drawn a step after the last was shown.
 */
export class Frames {
  readonly #work: FrameWork;
  #drawing = false;
  #asked = false;
  #stepping = false;
  #between: (() => void) | null = null;

  constructor(work: FrameWork) {
    this.#work = work;
  }

  /** Wants what there is now to be drawn and shown. */
  ask(): void {
    this.#asked = true;
    this.#go();
  }

  /** Does something while no frame is being drawn: at once, or when the present one has been shown; only the last is kept. */
  between(act: () => void): void {
    if (this.#drawing) this.#between = act;
    else act();
  }

  /** A frame was drawn otherwise, or there will be none any more. */
  forget(): void {
    this.#drawing = false;
    this.#asked = false;
    const act = this.#between;
    this.#between = null;
    act?.();
  }

  #go(): void {
    if (this.#stepping) return;
    this.#stepping = true;
    this.#work.later(() => {
      this.#stepping = false;
      this.#step();
    });
  }

  #step(): void {
    if (this.#drawing) {
      if (this.#work.isDone()) {
        this.#drawing = false;
        this.#work.show();
        const act = this.#between;
        this.#between = null;
        act?.();
      }
    } else if (this.#asked) {
      this.#drawing = this.#work.draw();
      this.#asked = !this.#drawing;
    }
    if (this.#drawing || this.#asked) this.#go();
  }
}
