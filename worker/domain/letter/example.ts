import type { NewId, Random } from '../ids.ts'
import { openOffer } from '../offer/make.ts'
import type { Format } from '../path/format.ts'
import { NO_PATH } from '../path/path.ts'
import { HEARS_ALL, type Person } from '../people/person.ts'
import type { Programme } from '../programme/programme.ts'
import { newRound } from '../session/round.ts'
import type { SessionSituation, Situation } from '../situation.ts'
import { slotAt } from '../slot/slot.ts'
import { after, DAY, HOUR, type Instant, instant } from '../time/time.ts'
import { lettersAbout } from './about-session.ts'
import type { Letter } from './letter.ts'

/** What invented people are called. */
export type ExampleNames = { readonly executive: string; readonly assistant: string; readonly mentor: string }

/** So many titles of formats are shown. */
const MOST_TITLES = 5

/**
 * What a programme sends, by its own words and the rules that write every letter, about people who do not exist: the
 * first offer with both events, and the executive's event once more for each outward title of a format.
 */
export function exampleLetters({ formats, ...setting }: ExampleSetting): readonly Letter[] {
  const titled = formats.filter(({ outwardTitle }) => outwardTitle !== null).slice(0, MOST_TITLES)
  const plain = lettersAbout(exampleOf(setting, null))
  const executiveId = setting.newId('per')
  return [
    ...plain,
    ...titled.flatMap((format) =>
      lettersAbout(exampleOf({ ...setting, executiveId }, format)).filter(
        ({ kind, reader }) => kind === 'calendar' && reader.personId === executiveId,
      ),
    ),
  ]
}

type ExampleSetting = {
  readonly programme: Programme
  /** In whose name it is written; the people live where she does, and read her language. */
  readonly manager: Person
  readonly formats: readonly Format[]
  readonly names: ExampleNames
  readonly now: Instant
  readonly newId: NewId
  readonly random: Random
}

function exampleOf(
  { executiveId, ...setting }: Omit<ExampleSetting, 'formats'> & { readonly executiveId?: Person['id'] },
  format: Format | null,
): SessionSituation {
  const { programme, manager, names, now, newId, random } = setting
  const invented = (name: string, id = newId('per')) => inventedPerson(manager, { id, name })
  const [executive, mentor] = [invented(names.executive, executiveId), invented(names.mentor)]
  const [assistant, pairingId] = [invented(names.assistant), newId('pai')]
  const situation: Situation = {
    ...{ now, newId, random, programme, manager },
    ...{ mentor, ownMentor: mentor, executive, assistants: [assistant] },
    pairing: {
      ...{ id: pairingId, programmeId: programme.id, mentorId: mentor.id, executiveId: executive.id },
      ...{ kind: 'mentoring', status: 'active', place: null, aim: null, trackId: null, track: null },
      version: 0,
    },
    ...{ assistantDuties: [], superiors: { mentor: [], executive: [] }, session: null, lastHeld: null },
    ...{
      formats: format ? [format] : [],
      path: NO_PATH,
      wishes: [],
      lastCommitment: null,
      earlierOffers: {},
    },
    pulse: { begun: now, held: 0, pulses: [] },
    ...{
      triedBefore: [],
      hoursKnown: [],
      linksTaken: [],
      dated: { end: null, met: null },
      hasOtherRound: false,
    },
    firstContact: format === null,
  }
  const { minutes } = programme.policy
  const round = { ...newRound(situation, newId('ses'), minutes), formatId: format?.id ?? null }
  const offer = openOffer(situation, { id: newId('off'), words: null }, [slotAt(exampleStart(now), minutes)])
  return { ...situation, session: { ...round, offer } }
}

function inventedPerson({ zone, locale }: Person, { id, name }: Pick<Person, 'id' | 'name'>): Person {
  return {
    ...{ id, name, shortName: null, zone, locale, email: addressOf(name), aliases: [], replyAddress: '' },
    ...{ unit: null, reportsTo: null, blockers: [], rules: {}, ...HEARS_ALL, departure: null, version: 0 },
  }
}

/** “Sam Échantillon” is written to at sam.echantillon. */
function addressOf(name: string): string {
  const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return `${bare.replace(/\s+/g, '.')}@people.example`
}

/** In a week, at a full hour. */
function exampleStart(now: Instant): Instant {
  const then = after(now, DAYS_AHEAD * DAY)
  return instant(then - (then % HOUR))
}

const DAYS_AHEAD = 7
