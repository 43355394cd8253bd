import type { Diary } from './diary.ts'

/**
 * The diary for a time that the executive's side takes or names itself: he knows his calendar, and may have noted the
 * offered time in it. What the programme has booked or held for him stays.
 */
export function onHisWord(diary: Diary): Diary {
  const { executive } = diary
  const busy = executive.busy.filter(({ kind }) => kind === 'session' || kind === 'hold')
  return { ...diary, executive: { ...executive, busy, feedUnknown: false } }
}
