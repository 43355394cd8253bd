import type { CastPairing, CastProgramme } from './cast.ts'
import { NORTHWIND_PEOPLE } from './northwind-people.ts'
import { accepts, declines, held, offerScene, on, ownTime, picks } from './scenes.ts'

/** A session in every state, each with the story that led to it. */
const PAIRINGS: readonly CastPairing[] = [
  // Held once, and fixed for the next working day.
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
      held('happened', {
        commitment: 'Answer one question where everybody can read it',
        benefit: 'scale',
        evidence: 'reading',
      }),
      ownTime({ next: '10:05' }, 1),
      accepts({ minutesLater: 3 }, 'mentor'),
      accepts({ minutesLater: 240 }, 'executive'),
    ],
  },
  // Declined from the calendar yesterday; new times are out.
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
  // Proposed: nobody was asked yet.
  {
    id: 'pai_tom-leroy-and-ingrid-solberg',
    mentorId: 'per_tom-leroy-of-northwind',
    executiveId: 'per_ingrid-solberg-of-northwind',
    kind: 'mentoring',
    place: { kind: 'link', url: 'https://meet.northwind.example/i-solberg' },
    story: [],
  },
  // Asked yesterday; the assistant wrote back in plain words.
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
        deed: { kind: 'write', words: 'He is on the road most of that week. Would early the week after do?' },
      },
    ],
  },
  // Cut short the first time; the next date is fixed, and he has not answered.
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
      held('cut-short', { commitment: 'Turn one long mail into a thread', benefit: 'filters' }),
      ownTime({ next: '15:30' }, 5),
      accepts({ minutesLater: 44 }, 'mentor'),
    ],
  },
  // Did not take place; the offer after it has been lying unanswered.
  {
    id: 'pai_priya-raman-and-dana-kowalski',
    mentorId: 'per_priya-raman-of-northwind',
    executiveId: 'per_dana-kowalski-of-northwind',
    kind: 'mentoring',
    place: { kind: 'link', url: 'https://meet.northwind.example/d-kowalski' },
    story: [
      offerScene(-16, '16:10'),
      picks({ minutesLater: 50 }, 1),
      held('did-not-happen', {}),
      offerScene(-2, '08:50'),
    ],
  },
  // Held, with something for the manager; the next one is accepted.
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
      held('happened', {
        commitment: 'Read the weekly thread before Friday',
        evidence: 'reading',
        needsManager: true,
      }),
      ownTime({ next: '11:20' }, 8),
      accepts({ minutesLater: 15 }, 'executive'),
      accepts({ minutesLater: 70 }, 'mentor'),
    ],
  },
  // Over for a week, and not logged: the next round opened without it.
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
  // Fixed, then called off.
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
      { when: on(-1, '10:40'), deed: { kind: 'cancel' } },
    ],
  },
  // Accepted; then his calendar proposed another time, which waits for a yes or no.
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
      { when: on(-1, '10:30'), deed: { kind: 'propose', from: 7 } },
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
