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
  tooMany: (most: number) => `Nothing was changed: at most ${most} at once.`,
  notDone: (who: string, why: string) => `${who}: ${why}`,
}
