/** The words of the story. */

export const STORY_TEXTS = {
  title: "Story",
  intro:
    "Save views one after the other, say what each shows, and play them with the arrow keys. The story is in the address; a longer one can be kept in a file.",
  add: "Add this view",
  play: "Play",
  name: "Title of the story",
  namePlaceholder: "What the story is about",
  note: (number: number) => `Note of scene ${number}`,
  notePlaceholder: "What this view shows",
  show: (number: number) => `Show scene ${number}`,
  update: (number: number) => `Take the present view for scene ${number}`,
  up: (number: number) => `Move scene ${number} up`,
  down: (number: number) => `Move scene ${number} down`,
  remove: (number: number) => `Remove scene ${number}`,
  added: (number: number) => `Scene ${number} was added.`,
  save: "Save as a file",
  open: "Open a file",
  notOpened: "The file was not opened.",
  inScene: (number: number, message: string) => `Scene ${number}: ${message}`,
  moreFaults: (number: number) => `${number} more like these.`,
  otherDataset: (dataset: string) =>
    `This story was made of another dataset (${dataset}): some of it may not be found here.`,
  long: "This story makes the address too long to share: save it as a file as well.",
  bar: "Story being played",
  position: (at: number, of: number) => `${at} of ${of}`,
  previous: "Previous scene",
  next: "Next scene",
  stop: "End the story",
} as const;
