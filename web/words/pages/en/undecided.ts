/** Of an answer that a person has to look at. Read by executives, assistants, mentors, and whoever opens their events. */
export const undecidedEn = {
  haveAnswer: 'We have your answer; a person looks at it.',
  proposed: 'Proposed:',
  asked: 'We have your answer; a person looks at it. Until then nothing changes.',
  passed: 'This time has passed before it was settled, so it is not fixed. A person still looks at it.',
  impossible: 'This time is not possible. We have your answer; a person looks at it.',
}
