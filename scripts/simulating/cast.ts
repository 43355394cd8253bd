import { base32Of } from '../../worker/domain/ids.ts'
import type { Blocker } from '../../worker/domain/people/person.ts'
import type { ServerClient } from './server-client.ts'

export type Player = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly zone: string
}
export type Executive = Player & {
  readonly asked: Player
  /** He agreed to nudges. */
  readonly isNudged: boolean
}
export type Cast = {
  readonly programmeId: string
  readonly mentors: readonly Player[]
  readonly executives: readonly Executive[]
  readonly everybody: ReadonlyMap<string, Player>
  /** Names that mails to these addresses must not contain. */
  readonly hidden: readonly { readonly name: string; readonly from: readonly string[] }[]
  /** How often the manager pressed a button to set this up. */
  readonly touches: number
}

const PARIS = 'Europe/Paris'
const NEW_YORK = 'America/New_York'
const ASSISTANTS = [
  player('Anne Roche', PARIS),
  player('Bea Lund', PARIS),
  player('Carl Reyes', NEW_YORK),
] as const
const MENTORS = [
  player('Max Sorel', PARIS),
  player('Nora Falk', PARIS),
  player('Owen Blythe', NEW_YORK),
] as const
type Part = {
  readonly who: Player
  readonly by: Player | null
  readonly mentor: Player
  readonly blockers: readonly Blocker[]
}
/** One assistant answers for three; two answer for themselves. Each kind of blocker occurs. */
const EXECUTIVES: readonly Part[] = [
  { who: player('Paul Verne', PARIS), by: ASSISTANTS[0], mentor: MENTORS[0], blockers: ['booked'] },
  { who: player('Rosa Klein', PARIS), by: ASSISTANTS[0], mentor: MENTORS[1], blockers: ['on-the-go'] },
  { who: player('Sten Holm', PARIS), by: ASSISTANTS[0], mentor: MENTORS[0], blockers: [] },
  { who: player('Tessa Wolff', PARIS), by: ASSISTANTS[1], mentor: MENTORS[1], blockers: ['handled'] },
  { who: player('Umar Aziz', PARIS), by: null, mentor: MENTORS[0], blockers: ['bottleneck'] },
  { who: player('Vera Costa', NEW_YORK), by: ASSISTANTS[2], mentor: MENTORS[2], blockers: ['booked'] },
  { who: player('Will Tanner', NEW_YORK), by: ASSISTANTS[2], mentor: MENTORS[2], blockers: [] },
  { who: player('Xenia Marsh', NEW_YORK), by: null, mentor: MENTORS[2], blockers: ['bottleneck'] },
]

/** A programme of eight executives and three mentors, set up through the API. */
export async function setUp(server: ServerClient): Promise<Cast> {
  const programmeId = `prg_${idOf('northgate')}`
  let touches = 0
  const make = async (path: string, body: unknown) => {
    const { status, body: answer } = await server.post(path, body)
    if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`)
    touches += 1
  }

  await make('/programmes', { id: programmeId, name: 'Northgate leadership', shortName: 'Northgate' })
  const add = (who: Player, role: string, more: object = {}) =>
    make('/people', { ...who, programmeId, roles: [role], ...more })
  for (const each of ASSISTANTS) await add(each, 'assistant')
  for (const each of MENTORS) {
    await add(each, 'mentor')
    const weekly = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }))
    await server.put(`/people/${each.id}/availability`, { zone: each.zone, weekly, exceptions: [] })
    touches += 1
  }
  for (const { who, by, mentor, blockers } of EXECUTIVES) {
    const rules = blockers.includes('on-the-go') ? { phone: '+33 1 55 00 00 02' } : {}
    await add(who, 'executive', { assistantIds: by ? [by.id] : [], blockers, rules })
    await make('/pairings', { mentorId: mentor.id, executiveId: who.id, kind: 'mentoring' })
  }
  const executives = EXECUTIVES.map(({ who, by, blockers }) => ({
    ...who,
    asked: by ?? who,
    isNudged: blockers.includes('bottleneck'),
  }))
  const handled = EXECUTIVES.filter(({ blockers }) => blockers.includes('handled'))
  const everybody = [...ASSISTANTS, ...MENTORS, ...executives]
  return {
    programmeId,
    mentors: MENTORS,
    executives,
    everybody: new Map(everybody.map((each) => [each.email, each])),
    hidden: handled.map(({ who, by, mentor }) => ({
      name: mentor.name,
      from: [who.email, ...(by ? [by.email] : [])],
    })),
    touches,
  }
}

function player(name: string, zone: string): Player {
  const handle = name.toLowerCase().replace(' ', '.')
  return { id: `per_${idOf(handle)}`, name, email: `${handle}@northgate.example`, zone }
}

/** An id in our form, the same in every simulation. */
function idOf(name: string): string {
  return base32Of(new TextEncoder().encode(name.padEnd(26, '~').slice(0, 26)))
}
