import { EVIDENCES } from '../../worker/domain/path/stage.ts'
import { CAUSES, type Happened, type HappenedSession } from '../../worker/domain/report/facts.ts'
import { BENEFITS } from '../../worker/domain/report/figures.ts'
import type { Release } from '../../worker/domain/report/figures.ts'
import { nextRelease } from '../../worker/domain/report/release.ts'
import type { ReportRules } from '../../worker/domain/report/rules.ts'
import { after, before, DAY, type Instant } from '../../worker/domain/time/time.ts'
import { at } from './times.ts'

/** A release with what was known, and asked for, when it was made. */
export type Made = { readonly release: Release; readonly known: Happened; readonly rules: ReportRules }
export type History = { readonly made: readonly Made[] }

const OPENED = at('2027-01-04T09:00Z')
const MONTH = 30 * DAY

/**
 * A programme of 8 to 120 executives over fourteen months, with releases in some rhythm. Between them logs are corrected;
 * in some, people are erased, and others are asked to be enough.
 */
export function historyOf(seed: number): History {
  const random = randomFrom(seed)
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const usual = {
    least: random() < 0.6 ? whole(3, 5) : whole(3, 20),
    minutes: whole(1, 4) * 15,
    stages: true,
  }
  // Of some programmes hardly anybody is left in the end.
  const leaving = seed % 6 === 0 ? 0.85 : 0.1
  const people = Array.from({ length: whole(8, 120) }, (_, index) => personOf(index, random, leaving))
  const habits = {
    held: 0.5 + random() / 2,
    says: random(),
    every: random() < 0.6 ? whole(14, 35) : whole(60, 200),
  }
  const sessions = people.flatMap((person) => sessionsOf(person, random, habits))
  const rhythm = whole(1, 4)
  let releases: readonly Made[] = []
  let corrected = sessions
  for (let month = 1; month <= 15; month += 1) {
    corrected = corrected.map((each) => (random() < 0.03 ? logged(each, random, habits) : each))
    if (random() * rhythm > 1) continue
    const now = after(OPENED, month * MONTH + whole(0, 20) * DAY)
    const rules = seed % 4 === 0 ? { ...usual, least: whole(3, 8) } : usual
    const left = seed % 5 === 0 ? people.filter((each) => !isErased(each, month)) : people
    const known = knownAt(now, { people: left, sessions: corrected }, random, habits)
    const release = nextRelease(releases.at(-1)?.release ?? null, known, rules, now)
    if (release) releases = [...releases, { release, known, rules }]
  }
  return { made: releases }
}

/** More of them with each month; with somebody go all his sessions. */
function isErased({ executiveId }: Person, month: number): boolean {
  return hashOf(`${executiveId}erased`) % 60 < month
}

type Habits = { readonly held: number; readonly says: number; readonly every: number }
type Person = Happened['people'][number]

function personOf(index: number, random: () => number, leaving: number): Person {
  const from = after(OPENED, random() < 0.7 ? 0 : Math.floor(random() * 300) * DAY)
  const to = random() >= leaving ? null : after(from, Math.floor(60 + random() * 200) * DAY)
  return { executiveId: `per_e${index}`, from, to }
}

function sessionsOf({ executiveId, from, to }: Person, random: () => number, habits: Habits) {
  // Some never meet at all.
  if (random() < 0.12) return []
  const sessions: HappenedSession[] = []
  const last = to ?? after(OPENED, 15 * MONTH)
  for (let moment = after(from, 10 * DAY); moment < last; moment = after(moment, habits.every * DAY)) {
    const bare = {
      id: `ses_${executiveId}${sessions.length}`,
      pairingId: `pai_${executiveId}`,
      executiveId,
    } as const
    const when = after(moment, Math.floor(random() * 5) * DAY)
    sessions.push(
      logged(
        { ...bare, start: when, at: after(when, DAY), ...UNSAID, bumps: random() < 0.2 ? 1 : 0 },
        random,
        habits,
      ),
    )
  }
  return sessions
}

const UNSAID = { status: 'fixed', benefit: null, evidence: null, whyNotHeld: null } as const

function logged(session: HappenedSession, random: () => number, { held, says }: Habits): HappenedSession {
  const isSaid = random() < says
  return random() < held
    ? {
        ...{ ...session, ...UNSAID, status: 'happened' },
        benefit: isSaid ? pick(BENEFITS, random) : null,
        evidence: random() < 0.2 ? pick(EVIDENCES, random) : null,
      }
    : { ...session, ...UNSAID, status: 'did-not-happen', whyNotHeld: isSaid ? pick(CAUSES, random) : null }
}

function knownAt(
  now: Instant,
  { people, sessions }: Pick<Happened, 'people' | 'sessions'>,
  random: () => number,
  { says }: Habits,
): Happened {
  const ids = new Set(people.map(({ executiveId }) => executiveId))
  const told = before(now, Math.floor(random() * 3) * DAY)
  const past = sessions.filter((each) => each.at < told && ids.has(each.executiveId))
  const isDone = ({ id }: HappenedSession) => hashOf(id) % 100 < says * 60
  return {
    people: people.filter(({ from }) => from < now),
    sessions: past,
    agreed: past.filter(isDone).map(({ id: sessionId }) => ({ sessionId, done: 'yes', saidDone: 'yes' })),
    unsuited: past
      .filter(({ id }) => hashOf(`${id}u`) % 100 < 15)
      .map(({ executiveId, at: when, id }) => ({ executiveId, at: when, code: codeOf(id) })),
  }
}

function codeOf(id: string) {
  return CAUSES[hashOf(id) % CAUSES.length] ?? 'travel'
}

function pick<Value>(values: readonly Value[], random: () => number): Value {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

function hashOf(text: string): number {
  return Array.from(text).reduce((hash, each) => (hash * 31 + (each.codePointAt(0) ?? 0)) % 1_000_003, 7)
}

/** mulberry32: the same seed gives the same history. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
