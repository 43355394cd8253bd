import type { Policy } from '../programme/programme.ts'
import { noticeOf } from '../slot/judge.ts'
import { HOUR } from '../time/time.ts'
import type { Blocker, Person, PersonRules } from './person.ts'
import { rulesOf, whyHeld } from './presets.ts'

/** Where a value comes from: a rule of his own, a blocker, the programme, or what holds where nobody says anything. */
export type Why = 'own' | Blocker | 'programme' | 'default'

export type Held<Value> = { readonly value: Value; readonly why: Why }

type Ruled = Pick<Person, 'blockers' | 'rules'>

/** Every rule of a person with the value that counts now, and why. A format's own length is not known here. */
export function whatHolds(person: Ruled, policy: Policy) {
  return {
    minutes: held(person, 'minutes', policy.minutes, 'programme'),
    ahead: held(person, 'ahead', null),
    answers: held(person, 'answers', 'assistant'),
    autopilot: held(person, 'autopilot', policy.autopilot, 'programme'),
    byPhone: held(person, 'byPhone', false),
    quarter: held(person, 'quarter', false),
    wording: held(person, 'wording', policy.wording, 'programme'),
    mentorHidden: held(person, 'mentorHidden', false),
    nudges: held(person, 'nudges', false),
    inWriting: held(person, 'inWriting', false),
    perDay: held(person, 'perDay', null),
    perWeek: held(person, 'perWeek', null),
    travelBuffer: held(person, 'travelBuffer', 0),
    buffers: held(person, 'buffers', policy.buffers, 'programme'),
    executiveNotice: executiveNotice(person, policy),
    mentorNotice: mentorNotice(person, policy),
  } as const
}

export type WhatHolds = ReturnType<typeof whatHolds>

function held<Name extends keyof PersonRules, Otherwise>(
  person: Ruled,
  rule: Name,
  otherwise: Otherwise,
  whose: 'programme' | 'default' = 'default',
): Held<NonNullable<PersonRules[Name]> | Otherwise> {
  return { value: rulesOf(person)[rule] ?? otherwise, why: whyHeld(person, rule) ?? whose }
}

/** In hours; the judge's own count, with a mentor who asks for none. */
function executiveNotice(person: Ruled, policy: Policy): Held<number> {
  const rules = rulesOf(person)
  const value = noticeOf({ mentor: { rules: {} }, executive: { rules }, policy }) / HOUR
  const rule = rules.shortNotice ? 'shortNotice' : 'notice'
  return { value, why: value === policy.notice ? 'programme' : (whyHeld(person, rule) ?? 'programme') }
}

/** The same for his side: an executive of short-notice gaps does not shorten it. */
function mentorNotice(person: Ruled, policy: Policy): Held<number> {
  const value = noticeOf({ mentor: person, executive: { rules: {} }, policy }) / HOUR
  return { value, why: value === policy.notice ? 'programme' : 'own' }
}
