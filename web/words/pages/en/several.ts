/** Several lines of a list at once. */
export const severalEn = {
  choose: (who: string) => `Select ${who}`,
  chosen: 'With those selected:',
  offer: 'Plan times for them',
  pause: 'Pause',
  resume: 'Resume',
  blocker: 'What gets in the way',
  addBlocker: 'Add',
  removeBlocker: 'Remove',
  none: 'Nothing was changed: select somebody first.',
  nothing: {
    'paused-several':
      'Nothing was changed: only active pairings can be paused, and none of those selected is active.',
    'resumed-several':
      'Nothing was changed: only paused pairings can be resumed, and none of those selected is paused.',
    'blockers-several': 'Nothing was changed: it already is so for everybody selected.',
  },
  left: (count: number) =>
    count === 1
      ? 'One of those selected stays as it was: there was nothing to change.'
      : `${count} of those selected stay as they were: there was nothing to change.`,
  noPairing: 'Nothing was planned: nobody selected is in a pairing.',
  tooMany: (most: number) => `Nothing was changed: at most ${most} at once.`,
  notDone: (who: string, why: string) => `${who}: ${why}`,
}
