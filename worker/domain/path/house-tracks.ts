import type { StandardFormat } from './house.ts'

/** The tracks every programme starts with. Their names are in web/words/tracks. */
export const STANDARD_TRACKS = ['first-public-answer', 'listening-without-filters'] as const
export type StandardTrack = (typeof STANDARD_TRACKS)[number]

/**
 * Acts and practice take turns, so that whoever is seen early still has half hours left. What a format needs stands
 * before it; a test looks.
 */
export const HOUSE_TRACKS: Readonly<Record<StandardTrack, readonly StandardFormat[]>> = {
  'first-public-answer': [
    'read-with-me',
    'your-ten-minutes',
    'react-and-thank',
    'who-answers-for-you',
    'one-question',
    'answer-once',
  ],
  'listening-without-filters': [
    'three-threads',
    'unfiltered-listening',
    'react-and-thank',
    'quiet-voice',
    'ask-the-network',
    'tell-what-you-learnt',
  ],
}
