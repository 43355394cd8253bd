import type { CastPairing, CastProgramme } from './cast.ts'
import { NORTHWIND_PEOPLE } from './northwind-people.ts'
import { accepts, declines, logged, offerScene, on, ownTime, picks } from './scenes.ts'

/** A session in every state, with the scenes that led to it. */
const PAIRINGS: readonly CastPairing[] = [
  // Held once, then fixed for the next working day.
  {
    id: 'pai_tom-leroy-and-claude-bernard',
    mentorId: 'per_tom-leroy-of-northwind',
    executiveId: 'per_claude-bernard-of-northwind',
    kind: 'mentoring',
    place: { kind: 'room', room: 'Salle Seine, 4th floor' },
    story: [
      offerScene(-20, '09:12'),
      picks({ minutesLater: 85 }, 0),
      accepts({ minutesLater: 6 }, 'executive'),
      accepts({ minutesLater: 17 }, 'mentor'),
      logged('happened', {
        commitment: 'Answer one question where everybody can read it',
        benefit: 'scale',
        evidence: 'reading',
      }),
      ownTime({ next: '10:05' }, 1),
      accepts({ minutesLater: 3 }, 'mentor'),
      accepts({ minutesLater: 240 }, 'executive'),
    ],
  },
  // Declined from the calendar yesterday; new times were offered.
  {
    id: 'pai_tom-leroy-and-helene-faure',
    mentorId: 'per_tom-leroy-of-northwind',
    executiveId: 'per_helene-faure-of-northwind',
    kind: 'workshop',
    place: { kind: 'link', url: 'https://meet.northwind.example/h-faure' },
    story: [
      offerScene(-6, '09:20'),
      ownTime({ minutesLater: 200 }, 3),
      accepts({ minutesLater: 30 }, 'mentor'),
      declines(on(-1, '09:05')),
    ],
  },
  // Proposed; nobody was asked yet.
  {
    id: 'pai_tom-leroy-and-ingrid-solberg',
    mentorId: 'per_tom-leroy-of-northwind',
    executiveId: 'per_ingrid-solberg-of-northwind',
    kind: 'mentoring',
    place: { kind: 'link', url: 'https://meet.northwind.example/i-solberg' },
    story: [],
  },
  // Offered yesterday; the assistant answered in prose.
  {
    id: 'pai_tom-leroy-and-rajiv-menon',
    mentorId: 'per_tom-leroy-of-northwind',
    executiveId: 'per_rajiv-menon-of-northwind',
    kind: 'reverse-mentoring',
    place: { kind: 'phone', number: '+65 5550 0142' },
    story: [
      offerScene(-1, '08:40'),
      {
        when: { minutesLater: 35 },
        act: { kind: 'write', words: 'He is on the road most of that week. Would early the week after do?' },
      },
    ],
  },
  // Cut short the first time; the next one is fixed, and the executive has not answered.
  {
    id: 'pai_priya-raman-and-marcus-whitfield',
    mentorId: 'per_priya-raman-of-northwind',
    executiveId: 'per_marcus-whitfield-of-northwind',
    kind: 'mentoring',
    place: { kind: 'room', room: 'Room 12B' },
    story: [
      offerScene(-17, '15:02'),
      picks({ minutesLater: 95 }, 0),
      accepts({ minutesLater: 12 }, 'executive'),
      logged('cut-short', { commitment: 'Turn one long mail into a thread', benefit: 'filters' }),
      ownTime({ next: '15:30' }, 5),
      accepts({ minutesLater: 44 }, 'mentor'),
    ],
  },
  // Did not happen; nobody has answered the offer after it.
  {
    id: 'pai_priya-raman-and-dana-kowalski',
    mentorId: 'per_priya-raman-of-northwind',
    executiveId: 'per_dana-kowalski-of-northwind',
    kind: 'mentoring',
    place: { kind: 'link', url: 'https://meet.northwind.example/d-kowalski' },
    story: [
      offerScene(-16, '16:10'),
      picks({ minutesLater: 50 }, 1),
      logged('did-not-happen', { whyNotHeld: 'full-week' }),
      offerScene(-2, '08:50'),
    ],
  },
  // Held, and flagged for the manager; the next one is accepted.
  {
    id: 'pai_priya-raman-and-louise-garnier',
    mentorId: 'per_priya-raman-of-northwind',
    executiveId: 'per_louise-garnier-of-northwind',
    kind: 'workshop',
    place: { kind: 'room', room: 'Salle Loire, 2nd floor' },
    story: [
      offerScene(-14, '10:15'),
      picks({ minutesLater: 130 }, 0),
      accepts({ minutesLater: 9 }, 'executive'),
      logged('happened', {
        commitment: 'Read the weekly thread before Friday',
        evidence: 'reading',
        needsManager: true,
      }),
      ownTime({ next: '11:20' }, 8),
      accepts({ minutesLater: 15 }, 'executive'),
      accepts({ minutesLater: 70 }, 'mentor'),
    ],
  },
  // Over for a week and not logged; the next round is open.
  {
    id: 'pai_wei-jun-tan-and-rajiv-menon',
    mentorId: 'per_wei-jun-tan-of-northwind',
    executiveId: 'per_rajiv-menon-of-northwind',
    kind: 'mentoring',
    place: { kind: 'phone', number: '+65 5550 0142' },
    story: [
      offerScene(-11, '08:30'),
      ownTime({ minutesLater: 25 }, -5),
      accepts({ minutesLater: 10 }, 'executive'),
      accepts({ minutesLater: 20 }, 'mentor'),
    ],
  },
  // Fixed, then cancelled.
  {
    id: 'pai_wei-jun-tan-and-keiko-arai',
    mentorId: 'per_wei-jun-tan-of-northwind',
    executiveId: 'per_keiko-arai-of-northwind',
    kind: 'mentoring',
    place: { kind: 'link', url: 'https://meet.northwind.example/k-arai' },
    story: [
      offerScene(-5, '08:15'),
      ownTime({ minutesLater: 75 }, 6),
      accepts({ minutesLater: 5 }, 'executive'),
      { when: on(-1, '10:40'), act: { kind: 'cancel' } },
    ],
  },
  // Accepted; then the executive's calendar proposed another time, which waits for the manager.
  {
    id: 'pai_wei-jun-tan-and-claude-bernard',
    mentorId: 'per_wei-jun-tan-of-northwind',
    executiveId: 'per_claude-bernard-of-northwind',
    kind: 'reverse-mentoring',
    place: { kind: 'link', url: 'https://meet.northwind.example/c-bernard' },
    story: [
      offerScene(-7, '08:05'),
      ownTime({ minutesLater: 150 }, 4),
      accepts({ minutesLater: 20 }, 'executive'),
      accepts({ minutesLater: 60 }, 'mentor'),
      { when: on(-1, '10:30'), act: { kind: 'propose', from: 7 } },
    ],
  },
]

export const NORTHWIND: CastProgramme = {
  id: 'prg_leadership-of-northwind',
  name: 'Northwind leadership',
  shortName: 'Northwind',
  policy: { forbiddenWords: ['Compass'] },
  people: NORTHWIND_PEOPLE,
  pairings: PAIRINGS,
}
