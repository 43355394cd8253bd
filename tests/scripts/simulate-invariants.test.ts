import { expect, test } from 'vitest'

import { spentOn } from '../../scripts/simulating/budget.ts'
import type { Cast } from '../../scripts/simulating/cast.ts'
import { brokenInMails, needlessCancels } from '../../scripts/simulating/invariants.ts'
import type { Letter } from '../../scripts/simulating/letters.ts'
import { lettersFr } from '../../web/words/letters/fr.ts'
import { overBudget } from '../../worker/domain/letter/budget.ts'
import { instant } from '../../worker/domain/time/time.ts'

const PAUL = { id: 'per_paul', name: 'Paul Verne', email: 'paul@northgate.example', zone: 'Europe/Paris' }
const cast: Cast = {
  programmeId: 'prg_northgate',
  mentors: [],
  executives: [{ ...PAUL, asked: PAUL, isNudged: false }],
  everybody: new Map(),
  hidden: [{ name: 'Nora Falk', from: [PAUL.email] }],
  touches: 0,
}
const ENDED = instant(1_000)
const own = (page: string) => new Map(page === 'own' ? [['k', []]] : [])
const list: Letter = { ...aLetter(), at: ENDED, links: own }
const broken = (letters: readonly Letter[]) => brokenInMails(cast, [...letters, list], ENDED)

test('a year of mails that keeps every promise breaks none', () => {
  expect(broken([anInvite(0), anInvite(1), { ...aLetter(), text: 'Half an hour?' }])).toEqual([])
})

test('a repeated revision, and an older one after a newer, are found', () => {
  expect(broken([anInvite(0), anInvite(0)])).toEqual([
    'u@x 0 REQUEST twice',
    'u@x 0 REQUEST is no later revision',
  ])
  expect(broken([anInvite(2), anInvite(1)])).toEqual(['u@x 1 REQUEST is no later revision'])
})

test('a revealing word and a hidden name are found wherever they are', () => {
  expect(broken([{ ...aLetter(), subject: 'Your coaching' }])).toEqual([
    '“coaching” in the subject of “Your coaching”',
  ])
  expect(broken([{ ...aLetter(), text: 'With N. Falk at ten' }])).toHaveLength(1)
  expect(broken([{ ...aLetter(), to: 'max@northgate.example', text: 'With N. Falk' }])).toEqual([])
})

test('a nudge to an executive who never agreed to it is found', () => {
  expect(broken([{ ...aLetter(), links: own }])).toEqual(['Paul Verne was nudged and never agreed to it'])
})

test('an executive without his list at the end, or with two, is found', () => {
  expect(broken([list])).toEqual(['Paul Verne got 2 lists at the end'])
  expect(brokenInMails(cast, [anInvite(0)], ENDED)).toEqual(['Paul Verne got 0 lists at the end'])
  expect(brokenInMails(cast, [], ENDED)).toEqual([])
})

test('a cancellation to a calendar that declined by itself is found, any other is not', () => {
  const mails = [anInvite(0), anInvite(1), anInvite(2, 'CANCEL')]
  expect(needlessCancels(mails, new Set(['u@x 1']))).toEqual(['a CANCEL for u@x, which was declined'])
  expect(needlessCancels(mails, new Set(['u@x 0', 'another@x 1']))).toEqual([])
})

test('a mail above the budget of an executive is found, by its occasion', () => {
  const k = (page: string, secret: string) => (asked: string) =>
    asked === page ? new Map([[secret, []]]) : new Map<string, readonly string[]>()
  const spent = (letters: readonly Letter[], ends: readonly number[] = []) =>
    overBudget(
      spentOn(cast, letters, {
        held: ends.map((end) => ({ executiveId: PAUL.id, end: instant(end) })),
        ended: ENDED,
      }),
    )
  const offer = { ...aLetter(), links: k('answer', 'one') }
  const nudge = (at: number) => ({ ...aLetter(), at: instant(at), links: k('own', 'k') })

  expect(
    spent([anInvite(0), anInvite(1, 'CANCEL'), offer, { ...offer, links: k('answer', 'two') }, list]),
  ).toEqual([])
  expect(spent([anInvite(0), anInvite(0)])).toHaveLength(1)
  expect(spent([anInvite(1, 'CANCEL'), anInvite(2, 'CANCEL')])).toHaveLength(1)
  expect(spent([offer, offer])).toEqual([`2 times offer to ${PAUL.email} for one`])
  expect(spent([nudge(5), nudge(15)], [3, 10])).toEqual([])
  expect(spent([nudge(5), nudge(9)], [3, 10])).toEqual([`2 times nudge to ${PAUL.email} for pause 1`])
  expect(spent([list, list])).toHaveLength(1)
  const written = (at: number) => ({ ...nudge(at), text: lettersFr.agreed.why })
  expect(spent([written(5), nudge(5), written(15)], [3, 10])).toEqual([])
  expect(spent([written(5), written(6)], [3, 10])).toEqual([
    `2 times in writing to ${PAUL.email} for session 1`,
  ])
})

function anInvite(sequence: number, method = 'REQUEST'): Letter {
  const organizer = { address: 'sotto-1@reply.example', name: 'Iris M. via Northgate' }
  const attendee = { address: PAUL.email, name: PAUL.name }
  const said = { summary: '30 min', description: null, location: null, time: null }
  return { ...aLetter(), event: { ...said, method, uid: 'u@x', sequence, organizer, attendee } }
}

function aLetter(): Letter {
  return {
    at: instant(0),
    to: PAUL.email,
    fromName: 'Iris M. via Northgate',
    subject: '30 min',
    text: '',
    event: null,
    links: () => new Map(),
  }
}
