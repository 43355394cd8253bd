/** Of an answer that a person has to look at. Read by executives, assistants, mentors, and whoever opens their events. */
export const undecidedEn = {
  haveAnswer: 'We have your answer; a person will look at it.',
  proposed: 'Proposed:',
  asked: 'We have your answer; a person will look at it. Until then nothing changes.',
  passed: 'This time passed before it was settled, so it is not fixed. A person will still look at it.',
  impossible: 'This time is not possible. We have your answer; a person will look at it.',
}
