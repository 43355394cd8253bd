import type { PersonId } from '../../worker/domain/ids.ts'
import { NO_PATH } from '../../worker/domain/path/path.ts'
import { HEARS_ALL, type Person } from '../../worker/domain/people/person.ts'
import { DEFAULT_POLICY, JUST_OPENED } from '../../worker/domain/programme/programme.ts'
import type { Situation } from '../../worker/domain/situation.ts'
import { at } from './times.ts'

/** A pairing before its first date, on Monday 15 March 2027 at nine in Paris; the executive has no assistant. */
export function aSituation(parts: Partial<Situation> = {}): Situation {
  return {
    now: at('2027-03-15T08:00Z'),
    newId: (prefix) => `${prefix}_0`,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    programme: {
      ...JUST_OPENED,
      id: 'prg_1',
      name: 'Northwind leadership',
      shortName: 'Northwind',
      policy: DEFAULT_POLICY,
      version: 1,
    },
    pairing: {
      id: 'pai_1',
      programmeId: 'prg_1',
      mentorId: 'per_mentor',
      executiveId: 'per_executive',
      kind: 'mentoring',
      status: 'active',
      place: null,
      aim: null,
      trackId: null,
      track: null,
      version: 1,
    },
    mentor: aPerson('per_mentor', { name: 'Tom Leroy' }),
    ownMentor: parts.mentor ?? aPerson('per_mentor', { name: 'Tom Leroy' }),
    executive: aPerson('per_executive', { name: 'Claude Bernard' }),
    assistants: [],
    assistantDuties: [],
    superiors: { mentor: [], executive: [] },
    manager: aPerson('per_manager', { name: 'Nadia Haddad' }),
    session: null,
    lastHeld: null,
    formats: [],
    path: NO_PATH,
    wishes: [],
    pulse: { begun: at('2027-03-01T08:00Z'), held: 0, pulses: [] },
    lastCommitment: null,
    earlierOffers: {},
    triedBefore: [],
    hoursKnown: [],
    linksTaken: [],
    dated: { end: null, met: null },
    hasOtherRound: false,
    firstContact: true,
    ...parts,
  }
}

export function aPerson(id: PersonId, parts: Partial<Person> = {}): Person {
  return {
    id,
    name: 'Somebody',
    shortName: null,
    email: 'somebody@northwind.example',
    aliases: [],
    zone: 'Europe/Paris',
    locale: 'en',
    unit: null,
    reportsTo: null,
    blockers: [],
    rules: {},
    ...HEARS_ALL,
    departure: null,
    version: 1,
    replyAddress: 'notes.x7k2@reply.sotto.example',
    ...parts,
  }
}
