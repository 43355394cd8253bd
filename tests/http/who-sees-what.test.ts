import { expect, test } from 'vitest'

import { SIGHTS, type Sight, type Viewer, VIEWERS } from '../../worker/domain/people/permission.ts'
import { type Door, everyDoor } from '../support/canaries.ts'
import { promised, promises } from '../support/who-sees-what.ts'

/** `shown` matches anybody's; `own` matches the reader's own. */
type Canary = { readonly shown?: RegExp; readonly own?: RegExp }
type Canaries = Partial<Record<Sight, Canary>>
type Carrying = { readonly carries: readonly Sight[]; readonly says?: Canaries }

const ROOM = { shown: /Kingfisher/ }
const MENTOR = { shown: /Leroy/ }
const EXECUTIVE = { shown: /Bernard/ }
const STAGE = /Ask(?:ed|ing) others in|asking others in/

/** Texts that reveal a sight; a door below may have its own. */
const CANARIES: Canaries = {
  time: ROOM,
  'mentor-name': MENTOR,
  answers: { shown: /tentative|perhaps/i },
  bumps: { shown: /date given up|"bumps":1|new time/ },
  topic: { shown: /Marigold|petunia/ },
  aim: { shown: /"aim":"filters"|What it is for<\/h2><p>Hear|Aim: Hear|value="filters" selected/ },
  track: { shown: /Chrysalis|chrysalis/ },
  commitment: { shown: /narwhal/ },
  question: { shown: /axolotl/ },
  'private-note': { shown: /quokka|wombat/ },
  stage: { shown: STAGE },
  'manager-note': { shown: /pelican/ },
  'needs-manager': { shown: /asks you to look/ },
  why: {
    shown: /<strong>[^<]*(?:A full week|Travel)|said: (?:A full week|Travel)|"(?:full-week|travel)"[},]/,
  },
  'of-no-use': {
    shown:
      /<strong>[^<]*Of no use|said: Of no use|elsewhere"> Of no use|of-no-use"[^>]*checked|"of-no-use"[},]/,
  },
  pulse: { shown: /What both say/ },
  history: { shown: /got the brief|"briefed"|pangolin/ },
}

/** For a mentor's doors: the other name is the executive's, and the mentor may see his own answers. */
const OF_MENTOR: Canaries = {
  'mentor-name': EXECUTIVE,
  answers: { shown: /tentative|perhaps/i, own: /accepted/i },
  pulse: { shown: /value="pause"[^>]*checked/, own: /value="change"[^>]*checked/ },
  'needs-manager': { shown: /asks you to look/, own: /should look at this/ },
  'private-note': { shown: /wombat/, own: /quokka/ },
}
const PATH: Canaries = {
  topic: { shown: /"formatId":"fmt_/ },
  track: { shown: /"track":\{"id":"trk_/ },
  stage: { shown: /"stage":"asking-others-in"/ },
}
const API_OF_MENTOR: Carrying = {
  carries: ['time', 'answers', 'topic'],
  says: { ...OF_MENTOR, topic: { shown: /"formatId":"fmt_/ } },
}
const API_OF_STAND_IN: Carrying = {
  carries: ['time', 'answers', 'topic'],
  says: {
    ...OF_MENTOR,
    answers: { shown: /"invites":\[\{[^\]]*\},\{/, own: /"invites":\[\{/ },
    topic: { shown: /"formatId":"fmt_/ },
  },
}

/** What each door carries: who may see it must find it there; who may not must find it nowhere. */
const CARRIED: Readonly<Record<string, Carrying>> = {
  'fixed session page': {
    carries: ['time', 'mentor-name', 'answers', 'bumps', 'topic', 'history'],
    says: { bumps: { shown: /Given up this round/ } },
  },
  'corrected session page': {
    carries: ['time', 'mentor-name', 'commitment', 'needs-manager', 'why', 'stage', 'history'],
    says: { stage: { shown: /value="asking-others-in"[^>]*checked/ } },
  },
  'outcome api': {
    carries: ['commitment', 'stage', 'why', 'of-no-use', 'history'],
    says: { stage: { shown: /"evidence":"asking-others-in"/ } },
  },
  activity: { carries: [] },
  'corrected log page': { carries: ['mentor-name'], says: OF_MENTOR },
  'own page after a correction': {
    carries: ['mentor-name', 'stage'],
    says: { stage: { own: STAGE } },
  },
  'logged session page': { carries: ['commitment', 'needs-manager', 'of-no-use'] },
  'pairing page': {
    carries: [
      'time',
      'mentor-name',
      'aim',
      'track',
      'commitment',
      'stage',
      'pulse',
      'answers',
      'why',
      'of-no-use',
      'manager-note',
    ],
  },
  board: { carries: ['mentor-name', 'bumps', 'commitment', 'stage'] },
  today: { carries: ['mentor-name'] },
  'person page': { carries: ['stage'], says: { stage: { shown: /<dt>Chosen<\/dt><dd>Bottleneck/ } } },
  'api of the manager': {
    carries: ['time', 'answers', 'bumps', 'topic'],
    says: { topic: { shown: /"formatId":"fmt_/ } },
  },
  'history api': { carries: ['history'] },
  'log page': { carries: ['mentor-name', 'commitment', 'question', 'needs-manager'], says: { ...OF_MENTOR } },
  'log page with a reason': {
    carries: ['mentor-name', 'commitment', 'question', 'needs-manager', 'why', 'private-note'],
    says: { ...OF_MENTOR, why: { shown: /A full week\b(?!<\/label>)/, own: /elsewhere"> Travel/ } },
  },
  mine: {
    carries: ['time', 'mentor-name', 'answers', 'topic', 'aim', 'commitment', 'question'],
    says: { ...OF_MENTOR },
  },
  'meeting page': {
    carries: ['time', 'mentor-name', 'topic', 'aim', 'track', 'commitment', 'stage', 'question'],
    says: OF_MENTOR,
  },
  'pulse page of the mentor': { carries: ['mentor-name', 'pulse'], says: OF_MENTOR },
  'letters to the mentor': {
    carries: ['time', 'mentor-name', 'topic', 'aim', 'track', 'commitment'],
    says: OF_MENTOR,
  },
  'path api of the manager': { carries: ['aim', 'track', 'stage', 'topic'], says: PATH },
  'path api of the mentor': { carries: ['aim', 'track', 'stage', 'topic'], says: { ...OF_MENTOR, ...PATH } },
  'api of the mentor': API_OF_MENTOR,
  'list of the mentor': API_OF_MENTOR,
  'meeting page of a stand-in': {
    carries: ['time', 'mentor-name', 'topic', 'aim', 'track', 'commitment', 'private-note'],
    says: { ...OF_MENTOR, 'private-note': { shown: /quokka/, own: /wombat/ } },
  },
  'letters to a stand-in': {
    carries: ['time', 'mentor-name', 'topic', 'aim', 'track', 'commitment'],
    says: OF_MENTOR,
  },
  'api of a stand-in': API_OF_STAND_IN,
  'list of a stand-in': API_OF_STAND_IN,
  'answer page of the executive': {
    carries: ['mentor-name', 'answers'],
    says: { answers: { shown: /Odile Martin/ } },
  },
  'answer page of the executive with a reason': {
    carries: ['mentor-name', 'why'],
    says: { why: { shown: /Odile Martin said: A full week/ } },
  },
  'answer page of the executive with another reason': { carries: ['mentor-name'] },
  'answer page of the assistant with a reason': {
    carries: ['time', 'mentor-name', 'why'],
    says: { why: { own: /You said: A full week/ } },
  },
  'answer page of the assistant with another reason': { carries: ['time', 'mentor-name'] },
  'offer api with a reason': { carries: ['why'] },
  'offer api with another reason': { carries: ['of-no-use'] },
  'own page': {
    carries: ['mentor-name', 'topic', 'aim', 'track', 'commitment', 'question', 'stage', 'pulse'],
    says: {
      stage: { own: STAGE },
      pulse: { shown: /value="change"[^>]*checked/, own: /value="pause"[^>]*checked/ },
    },
  },
  'own record': {
    carries: ['mentor-name', 'commitment', 'question', 'stage', 'who-looked'],
    says: { stage: { own: STAGE }, 'who-looked': { own: /<strong>Nadia/ } },
  },
  'letters to the inbox': {
    carries: ['mentor-name', 'commitment', 'stage'],
    says: { stage: { own: STAGE } },
  },
  'answer page of the assistant': { carries: ['time', 'mentor-name'] },
  desk: { carries: ['time', 'mentor-name', 'answers'], says: { answers: { shown: /Perhaps/ } } },
  'date at the desk': { carries: ['time', 'mentor-name'] },
  'calendar at the desk': { carries: [] },
  'letters to the assistant': { carries: ['time', 'mentor-name', 'answers', 'bumps'] },
  // His page names each stage, with a band or with why there is none.
  'pages and api of a sponsor': { carries: [], says: { stage: { shown: /"evidence":|Bottleneck/ } } },
  'event of the executive': {
    carries: ['time', 'mentor-name', 'answers'],
    says: { answers: { shown: /ACCEPTED/, own: /PARTSTAT=TENTATIVE/ }, bumps: {} },
  },
  'event of the mentor': {
    carries: ['time', 'mentor-name', 'answers'],
    says: { 'mentor-name': EXECUTIVE, answers: { shown: /TENTATIVE/, own: /PARTSTAT=ACCEPTED/ } },
  },
  'invite page of the executive': {
    carries: ['time', 'mentor-name', 'answers'],
    says: { answers: { own: /Your calendar says “perhaps”/ } },
  },
  'invite page of the mentor': {
    carries: ['time', 'mentor-name', 'answers'],
    says: { 'mentor-name': EXECUTIVE, answers: { shown: /perhaps/, own: /Accepted/ } },
  },
  'pulse page behind an invite': { carries: ['mentor-name'], says: { pulse: { shown: /checked/ } } },
  'feed of the mentor': { carries: ['time', 'mentor-name'], says: { 'mentor-name': EXECUTIVE } },
  'feed of the manager': {
    carries: ['time', 'mentor-name'],
    says: { 'mentor-name': { shown: /Leroy|Bernard/ } },
  },
}

/** Allowed, but shown by no door yet. */
const SHOWN_NOWHERE: readonly (readonly [Viewer, Sight])[] = [
  ['executive', 'bumps'],
  ['executive', 'time'],
  ['inbox', 'time'],
  ['inbox', 'answers'],
  ['inbox', 'bumps'],
  // She reads the log of access nowhere; it is kept for whom it is about.
  ['manager', 'who-looked'],
  ['mentor', 'bumps'],
  ['stand-in', 'bumps'],
  ['stand-in', 'needs-manager'],
  ['stand-in', 'why'],
]

const sights = SIGHTS.filter((sight) => promises.some((each) => each.sight === sight && !each.isLater))
const named = await everyDoor({ nameless: false })
const unnamed = await everyDoor({ nameless: true })

test.each(
  [named, unnamed]
    .flatMap((doors, index) =>
      doors.flatMap((door) => sights.map((sight) => ({ door, sight, nameless: index === 1 }))),
    )
    .map((each) => ({
      ...each,
      name: each.door.name,
      to: each.nameless ? 'an unnamed mentor' : 'a named mentor',
    })),
)('$name, with $to: $sight is there as the table promises', ({ door, sight, nameless }) => {
  expect(found(door, sight)).toEqual(expected(door, sight, nameless))
})

test('every cell that allows a sight is shown by a door', () => {
  const isShown = (viewer: Viewer, sight: Sight) =>
    named.some((door) => door.viewer === viewer && carries(door, sight))
  const hidden = VIEWERS.flatMap((viewer) =>
    sights
      .filter((sight) => ['yes', 'own', 'unless-nameless'].includes(promised(viewer, sight)))
      .filter((sight) => !isShown(viewer, sight))
      .map((sight) => [viewer, sight] as const),
  )
  expect(hidden.map(String).toSorted()).toEqual(SHOWN_NOWHERE.map(String).toSorted())
})

test('every door was opened', () => {
  expect(new Set(named.map(({ name }) => name))).toEqual(new Set(Object.keys(CARRIED)))
})

function expected(door: Door, sight: Sight, nameless: boolean) {
  const canary = canaryAt(door, sight)
  const rule = promised(door.viewer, sight)
  const isAll = rule === 'yes' || (rule === 'unless-nameless' && !nameless)
  return {
    ...(canary.shown && { shown: isAll && (carries(door, sight) || canary.shown.test(door.text)) }),
    ...(canary.own && {
      own: (isAll || rule === 'own') && (carries(door, sight) || canary.own.test(door.text)),
    }),
  }
}

function found(door: Door, sight: Sight) {
  const { shown, own } = canaryAt(door, sight)
  return {
    ...(shown && { shown: shown.test(door.text) }),
    ...(own && { own: own.test(door.text) }),
  }
}

function canaryAt({ name }: Door, sight: Sight): Canary {
  return CARRIED[name]?.says?.[sight] ?? CANARIES[sight] ?? {}
}

function carries({ name }: Door, sight: Sight): boolean {
  return CARRIED[name]?.carries.includes(sight) ?? false
}
