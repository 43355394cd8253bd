import type { Row } from './measuring.ts'

/** The maximum for a job, in its row's unit, and what other software takes, measured in November 2026. */
export type Goal = { readonly atMost: number; readonly peers?: string }

const MS = 1000

/** By the name of the row; a goal without a row is an error. */
export const GOALS: Readonly<Record<string, Goal>> = {
  'free times (mentors 3, weeks 8, busy a day 3)': {
    atMost: 0.1 * MS,
    peers: 'Cal.com 104 ms, slot-calculator 92 ms for one',
  },
  'free times (mentors 100, weeks 8, busy a day 3)': { atMost: 2 * MS, peers: 'Cal.com 2.2 s' },
  'free times (mentors 1000, weeks 8, busy a day 3)': { atMost: 20 * MS, peers: 'Cal.com 30 s' },
  '1 000 wall clocks → instants': { atMost: 100, peers: 'temporal-polyfill 5.2 ms, luxon 15 ms' },
  'plan (executives 100, times 4, mentors 50)': { atMost: 150 * MS, peers: 'HiGHS 1.4 s at half the size' },
  'busy feed: 1 000 events, 300 of them recurring': {
    atMost: 50 * MS,
    peers: 'ical.js 3.1 s, node-ical 1.1 s',
  },
  'busy feed: 700 kB, 3 000 events, 300 weekly': { atMost: 300 * MS },
  'write one REQUEST: the calendar’s text': { atMost: 20, peers: 'ical-generator 349 µs, ical.js 18 µs' },
  'read one REPLY mail of 4 kB': { atMost: 400, peers: 'mailparser 460 µs' },
  'read one REPLY mail of 45 kB': { atMost: 10 * MS },
  'HTTP: free times, 31 days (mentors 1, past 0)': { atMost: 10 * MS, peers: 'Easy!Appointments 287 ms' },
  'HTTP: free times, 31 days (mentors 100, past 100 000)': {
    atMost: 30 * MS,
    peers: 'Easy!Appointments 13 s',
  },
  'HTTP: free times, processor time in workerd with D1': { atMost: 2 * MS },
  'HTTP: each of these, past 100 → 100 000: more rows read': { atMost: 15 },
  'HTTP: each of these, past 100 → 100 000: more calls': { atMost: 0 },
  'write one booking (after 10 000): rows read': { atMost: 15 },
  'write one booking (after 100 000): rows read': { atMost: 15 },
  'write one booking (after 1 000 000): rows read': { atMost: 15 },
  'weight: the answer page': { atMost: 10 },
  'weight: a list of 827 times': { atMost: 6, peers: 'Cal.com’s booker 609 kB' },
  'weight: the calendar’s island, script alone': { atMost: 80 },
}

/** Each row with its goal. */
export function withGoals(rows: readonly Row[]): readonly (Row & { readonly goal: Goal | null })[] {
  const jobs = new Set(rows.map(({ job }) => job))
  const lost = Object.keys(GOALS).filter((job) => !jobs.has(job))
  if (lost.length > 0) throw new Error(`No such rows: ${lost.join('; ')}`)
  return rows.map((row) => ({ ...row, goal: GOALS[row.job] ?? null }))
}

export type Verdict = 'ok' | 'ok at its fastest' | 'not met' | ''

export function verdictOf({ ours, fastest, goal }: Row & { readonly goal: Goal | null }): Verdict {
  if (!goal) return ''
  if (ours <= goal.atMost) return 'ok'
  return fastest !== null && fastest <= goal.atMost ? 'ok at its fastest' : 'not met'
}
