import {
  PAIRING_FIELDS,
  type PairingData,
  type TrackChoice,
} from '../../../../web/pages/manager/pairing/pairing-data.ts'
import type { FormState } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { SESSION_LINE_FIELDS, type SessionLine } from '../../../../web/parts/session-card.tsx'
import { formatName } from '../../../../web/words/formats/words.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { reasonWords } from '../../../../web/words/path/words.ts'
import { trackName } from '../../../../web/words/tracks/words.ts'
import type { FormatId, PersonId } from '../../../domain/ids.ts'
import { hasMentor } from '../../../domain/pairing/pairing.ts'
import type { PulseReading } from '../../../domain/pairing/pulse-answer.ts'
import { lineOf } from '../../../domain/pairing/reporting-line.ts'
import type { Format } from '../../../domain/path/format.ts'
import { minutesOf } from '../../../domain/path/length.ts'
import { pathOf } from '../../../domain/path/next-format.ts'
import { nextSteps } from '../../../domain/path/next-steps.ts'
import { standingOf } from '../../../domain/path/track-walk.ts'
import type { Track } from '../../../domain/path/track.ts'
import { seen } from '../../../domain/people/fields.ts'
import { lookOf } from '../../../domain/people/permission.ts'
import type { Person } from '../../../domain/people/person.ts'
import { cadenceDateOf } from '../../../domain/session/round.ts'
import { inviteOf, standingOptions } from '../../../domain/session/session.ts'
import { refusedTimes, roundOf } from '../../../domain/session/tried.ts'
import type { Situation } from '../../../domain/situation.ts'
import { zoneOfAt } from '../../../domain/slot/hours.ts'
import { findOptions } from '../../../domain/slot/options.ts'
import { formatWallTime } from '../../../domain/time/days.ts'
import { toWall } from '../../../domain/time/zones.ts'
import type { Platform } from '../../../platform.ts'
import { findPairingNote } from '../../../storage/pairing/note.ts'
import { listPairings } from '../../../storage/pairing/pairing.ts'
import { listAllFormats } from '../../../storage/path/format.ts'
import { findStage } from '../../../storage/path/stage.ts'
import { listAllTracks } from '../../../storage/path/track.ts'
import { listEverybody } from '../../../storage/people/membership.ts'
import { listCommitments } from '../../../storage/session/outcome.ts'
import { LATEST_SESSIONS, listSessionsOfPairing } from '../../../storage/session/session.ts'
import { listWhys } from '../../../storage/session/why.ts'
import { findDiary } from '../../../storage/slot/diary.ts'
import { stepOfSession } from '../../forms/format-choices.ts'

/** The data of a pairing's page: its history, and a proposed time for a booking without an offer. */
export async function pairingData(
  platform: Platform,
  situation: Situation,
  frame: PageFrame,
  { form, needsReason }: { readonly form: FormState; readonly needsReason: boolean },
): Promise<PairingData> {
  const { pairing, executive, mentor, session } = situation
  const [sessions, commitments, members, formats, guess, stage, whys, tracks, note, pairings] =
    await Promise.all([
      listSessionsOfPairing(platform.db, pairing.id),
      listCommitments(platform.db, pairing.id),
      listEverybody(platform.db, pairing.programmeId),
      listAllFormats(platform.db, pairing.programmeId),
      bestGuess(platform, situation, frame),
      findStage(platform.db, situation.programme, pairing.executiveId),
      listWhys(platform.db, pairing.id),
      pairing.kind === 'workshop' ? listAllTracks(platform.db, pairing.programmeId) : [],
      findPairingNote(platform, pairing.id),
      listPairings(platform.db, pairing.programmeId),
    ])
  const isAsked = session?.status === 'offered' && standingOptions(session.offer, situation.now).length > 0
  const open = session ? { id: session.id, isFixed: session.status === 'fixed', isAsked } : null
  const look = lookOf('manager', null, executive)
  return seen<PairingData>(look, PAIRING_FIELDS, {
    frame,
    id: pairing.id,
    executive: executive.name,
    executiveId: executive.id,
    mentor: mentor.name,
    mentorId: mentor.id,
    mentorLeavesOn: situation.ownMentor.departure?.on ?? null,
    kind: pairing.kind,
    status: pairing.status,
    place: pairing.place,
    aim: pairing.aim,
    track: pairing.kind === 'workshop' ? trackChoice(situation, tracks, frame) : null,
    stage,
    next: nextLines(situation, frame),
    bumps: session?.bumps ?? 0,
    commitment: commitments[0] ?? null,
    sessions: sessions.toReversed().map((each) =>
      seen<SessionLine>(look, SESSION_LINE_FIELDS, {
        id: each.id,
        status: each.status,
        time: each.time,
        zone: each.time ? zoneOfAt({ ...executive, zone: each.zone }, each.time.start) : each.zone,
        partstat: inviteOf(each, executive.id)?.partstat ?? null,
        begins: nameOfFormat(formats, each.formatId, frame),
        commitment: commitments.find(({ sessionId }) => sessionId === each.id)?.words ?? null,
      }),
    ),
    isLatestOnly: sessions.length >= LATEST_SESSIONS,
    reports: reportsOf(situation),
    wished: situation.wishes,
    heard: situation.programme.policy.pulses ? heardOf(situation.pulse, members) : [],
    whys,
    open,
    managersNote: note && {
      words: note.words,
      by: members.find(({ id }) => id === note.writtenBy)?.name ?? wordsFor(frame).pairings.note.hasLeft,
      at: note.writtenAt,
    },
    handOver: {
      mentors: members
        .filter(
          ({ id, roles }) =>
            roles.includes('mentor') &&
            id !== pairing.executiveId &&
            !hasMentor(pairings, pairing.executiveId, id),
        )
        .map(({ id, name }) => ({ value: id, label: name })),
    },
    booking: { newId: platform.newId('ses'), ...guess, needsReason },
    form,
  })
}

function trackChoice(situation: Situation, tracks: readonly Track[], { locale }: PageFrame): TrackChoice {
  const { pairing, path, formats } = situation
  const standing = standingOf({ ...path, formats })
  return {
    standing: standing && { ...standing, ...placeNow(situation) },
    choices: tracks
      .filter(({ id, isArchived }) => !isArchived || id === pairing.trackId)
      .map(({ id, title }) => ({ value: id, label: trackName(title, locale) })),
    programmeId: pairing.programmeId,
  }
}

/** Where the open session stands, as the two who meet read it; nothing for one that is no step. */
function placeNow(situation: Situation) {
  const shown = stepOfSession(situation)
  return shown && { step: shown.step, of: shown.of }
}

/** As many as can be weighed at a glance; the list of a session has all. */
const NEXT_SHOWN = 4

function nextLines(situation: Situation, { locale }: PageFrame): PairingData['next'] {
  const next = nextSteps(pathOf(situation)).slice(0, NEXT_SHOWN)
  return next.map(({ format: { id, words }, reasons }) => ({
    id,
    name: formatName(words, locale),
    reasons: reasonWords(reasons, locale),
  }))
}

function reportsOf(situation: Situation): PairingData['reports'] {
  const { mentor, executive, pairing } = situation
  const line = pairing.status === 'ended' ? null : lineOf(situation)
  const nameOf = (id: PersonId) => (id === mentor.id ? mentor : executive).name
  return line && { who: nameOf(line.personId), superior: nameOf(line.managerId), steps: line.steps }
}

/** Newest first. */
function heardOf({ pulses }: PulseReading, members: readonly Person[]): PairingData['heard'] {
  return pulses
    .flatMap(({ personId, phase, said }) => {
      const name = members.find(({ id }) => id === personId)?.name
      return said && name ? [{ name, phase, at: said.changedAt, said }] : []
    })
    .toSorted((one, other) => other.at - one.at)
}

async function bestGuess(platform: Platform, situation: Situation, frame: PageFrame) {
  const minutes = situation.session?.minutes ?? minutesOf(situation)
  const near = cadenceDateOf(situation)
  const diary = await findDiary(platform, situation)
  const [best] = findOptions(diary, {
    minutes,
    count: 1,
    avoid: refusedTimes(roundOf(situation)),
    ...(near && { near }),
  })
  if (!best) return { date: '', time: '', minutes }
  const wall = toWall(frame.zone, best.start)
  return { date: wall.day, time: formatWallTime(wall.minutes), minutes }
}

function nameOfFormat(formats: readonly Format[], id: FormatId | null, { locale }: PageFrame): string | null {
  const format = formats.find((each) => each.id === id)
  return format ? formatName(format.words, locale) : null
}
