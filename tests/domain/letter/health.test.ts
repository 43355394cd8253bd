import { expect, test } from 'vitest'

import type { MailedCode } from '../../../worker/domain/clock/alert-mail.ts'
import type { Bad } from '../../../worker/domain/clock/alert.ts'
import type { PersonId } from '../../../worker/domain/ids.ts'
import { asHealthNow, waitsForHealth } from '../../../worker/domain/letter/health.ts'
import type { HealthNow } from '../../../worker/domain/letter/present.ts'
import { after, DAY, HOUR, type Instant, MINUTE } from '../../../worker/domain/time/time.ts'
import { aHealthLetter } from '../../support/letters.ts'

const broken = aHealthLetter()
const { reader, madeAt } = broken
const mended = aHealthLetter({ bad: [], wellSince: madeAt })
const [failed] = broken.bad
const unread = { code: 'feeds-failing', since: after(madeAt, -HOUR) } as const
const now = (bad: readonly (Bad<MailedCode> | undefined)[], parts: Partial<HealthNow> = {}): HealthNow => ({
  ...{ bad: bad.flatMap((each) => each ?? []), lasting: [], wellSince: null, mailedAt: madeAt, last: null },
  ...{ owners: new Set([reader.personId]), ...parts },
})

test('what is not bad any more when the letter leaves is not said, and since when is as it is then', () => {
  const both = aHealthLetter({ bad: [unread, ...broken.bad] })
  expect(asHealthNow(both, now([failed, unread]))).toEqual({ ok: true, value: both })
  expect(asHealthNow(both, now([failed]))).toEqual({ ok: true, value: broken })
  const again = { ...unread, since: madeAt }
  expect(asHealthNow(both, now([again]))).toMatchObject({ ok: true, value: { bad: [again] } })
  expect(asHealthNow(both, now([{ ...unread, code: 'timers-failing' }]))).toMatchObject({
    refusal: { reason: 'done' },
  })
})

test('a letter says nothing once a later one does', () => {
  const said = (mailedAt: HealthNow['mailedAt']) => asHealthNow(broken, now([failed], { mailedAt }))
  expect(said(madeAt)).toMatchObject({ ok: true })
  expect(said(after(madeAt, DAY))).toMatchObject({ refusal: { reason: 'replaced' } })
  expect(said(null)).toMatchObject({ refusal: { reason: 'done' } })
})

test('what has stayed bad when it leaves is named too, and is enough to leave for', () => {
  const unreadNow = now([unread], { lasting: [unread] })
  expect(asHealthNow(broken, unreadNow)).toMatchObject({ ok: true, value: { bad: [unread] } })
  const late = { code: 'letters-late', since: madeAt } as const
  expect(asHealthNow(broken, now([late], { lasting: [late] }))).toMatchObject({
    refusal: { reason: 'done' },
  })
})

test('that all is well is said only as long as it is, and since when it is; till then it waits', () => {
  const since = (wellSince: HealthNow['wellSince']) => now([], { wellSince, mailedAt: null })
  const waits = (health: HealthNow, letter = mended) => waitsForHealth(letter, health, madeAt)
  expect(asHealthNow(mended, since(madeAt))).toEqual({ ok: true, value: mended })
  const later = after(madeAt, DAY)
  expect(asHealthNow(mended, since(later))).toMatchObject({ value: { wellSince: later } })
  expect(waits(since(madeAt))).toBeNull()
  for (const bad of [since(null), { ...since(madeAt), bad: [unread] }]) {
    expect(asHealthNow(mended, bad)).toMatchObject({ refusal: { reason: 'replaced' } })
    expect(waits(bad)).toBe(after(madeAt, 15 * MINUTE))
    expect(waits(bad, broken)).toBeNull()
    expect(waits({ ...bad, owners: new Set() })).toBeNull()
  }
})

test('that all is well is not said to whom a later letter has said what is bad, and to the others it is', () => {
  const health = (at: Instant, ...heardBy: PersonId[]) =>
    now([], { wellSince: madeAt, last: { at, heardBy: new Set(heardBy) } })
  const later = after(madeAt, DAY)
  expect(asHealthNow(mended, health(later, reader.personId))).toMatchObject({
    refusal: { reason: 'replaced' },
  })
  expect(waitsForHealth(mended, { ...health(later, reader.personId), bad: [unread] }, later)).toBeNull()
  for (const not of [health(later), health(after(madeAt, -DAY), reader.personId)])
    expect(asHealthNow(mended, not)).toMatchObject({ ok: true })
})

test('who does not run the installation any more is told nothing of it', () => {
  for (const letter of [broken, mended])
    for (const not of [null, now([failed], { owners: new Set(), wellSince: madeAt })])
      expect(asHealthNow(letter, not)).toMatchObject({ refusal: { reason: 'not-asked' } })
})
