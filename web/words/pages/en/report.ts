import type { FigureName, WhyHidden } from '../../../../worker/domain/report/figures.ts'

const figures: Readonly<Record<FigureName, string>> = {
  executives: 'Executives who have taken part so far',
  active: 'Executives who have met at least once',
  held: 'Sessions held',
  fixed: 'Sessions that had a date',
  'share-held': 'Share of them held',
  minutes: 'Time together',
  'median-days': 'Days between two sessions, in the middle',
  'bumps-per-session': 'Dates given up for each session',
  'done-by-both': 'Things agreed, and done according to both',
  'benefit-scale': 'Reaching more people',
  'benefit-align': 'Working on the same goals',
  'benefit-filters': 'Hearing things unfiltered',
  'missed-full-week': 'The week was full',
  'missed-travel': 'Travel',
  'missed-not-now': 'Not the moment',
  'unsuited-full-week': 'The week was full',
  'unsuited-travel': 'Travel',
  'unsuited-not-now': 'Not the moment',
  'stage-reading': 'Reading',
  'stage-answering': 'Answering',
  'stage-posting': 'Posting',
  'stage-asking-others-in': 'Asking others in',
}
const hidden: Readonly<Record<WhyHidden, string>> = {
  'too-few-people': 'Not shown: too few people are in it.',
  'too-few-others': 'Not shown: too few people are not in it.',
  'too-few-since': 'Not shown: too few people are in it.',
  'not-yet': 'Not shown: no whole month has been counted yet.',
}
const notNewer: Readonly<Record<WhyHidden, string>> = {
  'too-few-people': 'Not newer: too few people are in what changed.',
  'too-few-others': 'Not newer: too few people are not in it.',
  'too-few-since': 'Not newer: too few people are in what changed.',
  'not-yet': '',
}

/** The page for a sponsor. */
export const reportEn = {
  title: (programme: string) => `${programme} in figures`,
  link: 'Figures for sponsors',
  about: (least: number) =>
    `Totals of the whole programme. Each figure is about at least ${least} people, and changes only when ${least} people have changed it.`,
  released: (day: string) => `Released on ${day}.`,
  notReleased: 'The first figures come in the middle of the month after the first whole month.',
  groups: {
    people: 'People',
    sessions: 'Sessions',
    results: 'What came of them',
    missed: 'Why sessions did not happen',
    unsuited: 'Why times did not suit',
    stages: 'How many have come at least so far',
  },
  figures,
  hidden,
  notNewer,
  until: (day: string) => `Until ${day}`,
  band: (from: number, to: number) => `${from}–${to}`,
  share: (percent: number) => `about ${percent}%`,
  hours: (from: string, to: string) => `${from}–${to} hours`,
  around: (value: number) => `about ${value}`,
  unsaid: 'What this page does not say',
  limits: [
    'Nothing about a person, a department, a mentor or a pairing: there is no way to ask for less than the whole.',
    'No exact counts. Counts come in steps, shares in steps of 5%, days in weeks, and time at the usual length of a session.',
    'Nothing that was said or agreed, and no opinion of anybody. Reasons are counted where somebody gave one.',
    'Nothing of the last weeks: a month is counted two weeks after its end, once. Later corrections do not change it.',
  ],
}
