import type { SeenFields } from '../people/fields.ts'
import type { DigestEntry, Letter, OwnList } from './letter.ts'

type LetterOf<Kind extends Letter['kind']> = Extract<Letter, { kind: Kind }>

const COMMON = {
  kind: 'neutral',
  id: 'neutral',
  reader: 'neutral',
  sender: 'neutral',
  madeAt: 'neutral',
} as const
/** The reader's own name, or the name of the executive the reader works for. */
const OWN_SIDE = 'neutral'

/** The sight that guards each field of each letter, so that one table decides who sees it. */
export const LETTER_FIELDS: { readonly [Kind in Letter['kind']]: SeenFields<LetterOf<Kind>> } = {
  'sign-in': { ...COMMON, linkId: 'neutral', validUntil: 'neutral' },
  invitation: { ...COMMON, linkId: 'neutral', validUntil: 'neutral' },
  test: { ...COMMON, linkId: 'neutral' },
  'test-invite': {
    ...COMMON,
    method: 'neutral',
    uid: 'neutral',
    sequence: 'neutral',
    dtstamp: 'neutral',
    // An entry of the reader's own.
    time: 'neutral',
    linkId: 'neutral',
  },
  // Codes and moments of the installation.
  health: {
    ...COMMON,
    bad: 'neutral',
    wellSince: 'neutral',
    firstAt: 'neutral',
    isForManager: 'neutral',
    linkId: 'neutral',
  },
  figures: {
    ...COMMON,
    programmeId: 'neutral',
    linkId: 'neutral',
    validUntil: 'neutral',
  },
  offer: {
    ...COMMON,
    offerId: 'neutral',
    sessionId: 'neutral',
    executiveName: OWN_SIDE,
    toExecutive: 'neutral',
    mentorName: { sight: 'mentor-name', instead: null },
    executiveZone: 'time',
    minutes: 'time',
    place: 'time',
    options: 'time',
    heldUntil: 'time',
    firstContact: 'neutral',
    // Written for this reader, and checked for forbidden words and names before it is set.
    words: 'neutral',
    reminds: 'neutral',
    bumps: { sight: 'bumps', instead: 0 },
    linkId: 'neutral',
  },
  offers: { ...COMMON, offers: 'parts' },
  calendar: {
    ...COMMON,
    method: 'neutral',
    sessionId: 'neutral',
    uid: 'neutral',
    sequence: 'neutral',
    dtstamp: 'neutral',
    organizer: 'neutral',
    partstat: { sight: 'answers', instead: 'NEEDS-ACTION', own: true },
    time: 'time',
    otherName: { sight: 'mentor-name', instead: null },
    otherShortName: { sight: 'mentor-name', instead: null },
    toExecutive: 'neutral',
    // The kind of a pairing is never written into a calendar; it only chooses words elsewhere.
    pairingKind: 'neutral',
    wording: 'neutral',
    // Written for outward use, and checked for forbidden names and words before it is set.
    title: 'neutral',
    place: 'time',
    movedFrom: 'time',
    news: 'neutral',
    answeredBy: { sight: 'answers', instead: null, own: true },
    firstContact: 'neutral',
    asks: 'neutral',
    linkId: 'neutral',
  },
  outcome: {
    ...COMMON,
    sessionId: 'neutral',
    otherName: 'mentor-name',
    time: 'time',
    asks: 'neutral',
    linkId: 'neutral',
  },
  morning: { ...COMMON, lines: 'parts', more: 'neutral', linkId: 'neutral' },
  urgent: { ...COMMON, lines: 'parts', linkId: 'neutral' },
  digest: { ...COMMON, entries: 'parts', linkId: 'neutral' },
  confirm: {
    ...COMMON,
    sessionId: 'neutral',
    change: 'neutral',
    executiveName: OWN_SIDE,
    time: 'time',
    linkId: 'neutral',
  },
  brief: {
    ...COMMON,
    sessionId: 'neutral',
    otherName: 'mentor-name',
    otherZone: 'time',
    time: 'time',
    place: 'time',
    pairingKind: 'topic',
    isFirst: 'neutral',
    commitment: { sight: 'commitment', instead: null },
    format: { sight: 'topic', instead: null },
    aim: { sight: 'aim', instead: null },
    why: { sight: 'stage', instead: [] },
    hasQuestion: { sight: 'question', instead: false, exists: true },
    track: { sight: 'track', instead: null },
    linkId: 'neutral',
  },
  attendance: {
    ...COMMON,
    sessionId: 'neutral',
    news: 'neutral',
    executiveName: OWN_SIDE,
    toExecutive: 'neutral',
    time: 'time',
    linkId: 'neutral',
  },
  own: {
    ...COMMON,
    sessionId: 'neutral',
    mentorName: { sight: 'mentor-name', instead: null },
    commitment: { sight: 'commitment', instead: null },
    isUnsaid: 'neutral',
    linkId: 'neutral',
  },
  agreed: {
    ...COMMON,
    sessionId: 'neutral',
    mentorName: { sight: 'mentor-name', instead: null },
    commitmentId: 'neutral',
    commitment: { sight: 'commitment', instead: null },
    dueOn: { sight: 'commitment', instead: null },
    linkId: 'neutral',
  },
  closing: {
    ...COMMON,
    sessionId: 'neutral',
    list: 'parts',
    hasMore: 'neutral',
    keptUntil: 'neutral',
    linkId: 'neutral',
  },
}

export const DIGEST_ENTRY_FIELDS: SeenFields<DigestEntry> = {
  sessionId: 'neutral',
  executiveName: OWN_SIDE,
  executiveZone: 'time',
  time: 'time',
  mentorName: { sight: 'mentor-name', instead: null },
  place: 'time',
  partstat: 'answers',
}

export const OWN_LIST_FIELDS: SeenFields<OwnList> = {
  held: 'time',
  commitments: { sight: 'commitment', instead: [] },
  stage: { sight: 'stage', instead: 'curious', own: true },
}
