/** Several lines of a list at once. */
export const severalEn = {
  choose: (who: string) => `Choose ${who}`,
  chosen: 'With those chosen:',
  offer: 'Plan times for them',
  pause: 'Pause',
  resume: 'Take up again',
  blocker: 'What stands in the way',
  addBlocker: 'Add',
  removeBlocker: 'Take away',
  none: 'Nothing was changed: choose somebody first.',
  nothing: {
    'paused-several': 'Nothing was changed: only what is active can be paused, and nothing chosen is.',
    'resumed-several':
      'Nothing was changed: only what is paused can be taken up again, and nothing chosen is.',
    'blockers-several': 'Nothing was changed: it is so already for everybody chosen.',
  },
  left: (count: number) =>
    count === 1
      ? 'One of those chosen stays as it was: there was nothing to change.'
      : `${count} of those chosen stay as they were: there was nothing to change.`,
  noPairing: 'Nothing was planned: nobody chosen is in a pairing.',
  tooMany: (most: number) => `Nothing was changed: at most ${most} at once.`,
  notDone: (who: string, why: string) => `${who}: ${why}`,
}
