import { FORMATS_PER_TRACK, MAX_TRACK_NAME_CHARACTERS } from '../../../../worker/domain/limits.ts'

/** Tracks of a programme, for workshops. */
export const tracksEn = {
  title: (programme: string) => `Tracks of ${programme}`,
  about:
    'A track is a list of formats in a fixed order, for workshops. A workshop copies its track when it starts, skips what has already been seen, and ends with the closing talk.',
  itsTracks: 'Its tracks',
  list: 'Tracks',
  toList: 'All tracks',
  add: 'Add a track',
  adding: 'Add it to the list',
  save: 'Save',
  name: 'Title for those who work with it',
  nameHint:
    'You, the mentor and the executive see it; it never reaches an assistant, a subject line or a calendar.',
  step: (step: number) => `Step ${step}`,
  noStep: 'Nothing',
  stepsHint: `From ${FORMATS_PER_TRACK.least} to ${FORMATS_PER_TRACK.most} formats, each once. The first meeting and the closing talk are added automatically and are not counted.`,
  materials: 'Extra materials for this step',
  text: 'Words for the mentor',
  link: 'Link for the mentor',
  copy: 'Copy it',
  copyOf: (name: string) => `${name} (copy)`,
  copyHint: 'A separate track with the same steps.',
  putAway: 'Put away',
  putAwayHint: 'No workshop starts on it any more; those that follow it carry on.',
  putAwayTitle: 'Put away',
  takeBack: 'Take back',
  choose: 'Track',
  chooseHint: 'A workshop that has started keeps the track as it was then.',
  none: 'None: what comes next is proposed',
  place: (step: number, of: number, name: string) => `${step} of ${of}: ${name}`,
  materialsOfStep: 'Materials for this step',
  badName: `Write a title of at most ${MAX_TRACK_NAME_CHARACTERS} characters.`,
  badSteps: `Choose from ${FORMATS_PER_TRACK.least} to ${FORMATS_PER_TRACK.most} formats.`,
  badTwice: 'This format is already in the track.',
}
