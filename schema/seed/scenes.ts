import type { OutcomeResult } from '../../worker/domain/session/outcome.ts'
import type { SceneAct, Scene, SceneTime, WorkingDays } from './cast.ts'

export function on(day: WorkingDays, at: string): SceneTime {
  return { on: day, at }
}

export function offerScene(day: WorkingDays, at: string): Scene {
  return { when: on(day, at), act: { kind: 'offer' } }
}

export function picks(when: SceneTime, option: number): Scene {
  return { when, act: { kind: 'pick', option } }
}

/** The first free time from that day on, written by the executive or an assistant. */
export function ownTime(when: SceneTime, from: WorkingDays): Scene {
  return { when, act: { kind: 'own-time', from } }
}

export function accepts(when: SceneTime, who: 'executive' | 'mentor'): Scene {
  return { when, act: { kind: 'reply', who, partstat: 'ACCEPTED' } }
}

export function declines(when: SceneTime): Scene {
  return { when, act: { kind: 'reply', who: 'executive', partstat: 'DECLINED' } }
}

/** Logged by the mentor forty minutes after the end. */
export function logged(result: OutcomeResult, parts: Partial<Extract<SceneAct, { kind: 'log' }>>): Scene {
  const empty = {
    commitment: null,
    lastDone: null,
    benefit: null,
    evidence: null,
    needsManager: false,
    whyNotHeld: null,
  }
  return { when: { minutesPastEnd: 40 }, act: { ...empty, ...parts, kind: 'log', result } }
}
