import type { CastMember } from './cast.ts'
import { seedHours, member } from './member.ts'

const MANAGERS = [
  member('per_nadia-haddad-of-northwind', 'Nadia Haddad', 'manager', {
    email: 'nadia.haddad@northwind.example',
  }),
  member('per_julien-mercier-of-northwind', 'Julien Mercier', 'manager', {
    email: 'julien.mercier@northwind.example',
    locale: 'fr',
  }),
]

const ASSISTANTS = [
  member('per_odile-marchand-of-northwind', 'Odile Marchand', 'assistant', {
    email: 'odile.marchand@northwind.example',
  }),
  member('per_camille-petit-of-northwind', 'Camille Petit', 'assistant', {
    email: 'camille.petit@northwind.example',
    locale: 'fr',
  }),
  member('per_grace-okafor-of-northwind', 'Grace Okafor', 'assistant', {
    email: 'grace.okafor@northwind.example',
    zone: 'America/New_York',
  }),
  member('per_siew-hoon-lim-of-northwind', 'Siew Hoon Lim', 'assistant', {
    email: 'siewhoon.lim@northwind.example',
    zone: 'Asia/Singapore',
  }),
]

const FINANCE = [
  member('per_claude-bernard-of-northwind', 'Claude Bernard', 'executive', {
    email: 'claude.bernard@northwind.example',
    aliases: ['cfo@northwind.example'],
    locale: 'fr',
    unit: 'Finance',
    blockers: ['booked'],
    rules: { minutes: 25, shortNotice: true },
    assistantIds: ['per_odile-marchand-of-northwind'],
  }),
  member('per_helene-faure-of-northwind', 'Hélène Faure', 'executive', {
    email: 'helene.faure@northwind.example',
    unit: 'Finance',
    reportsTo: 'per_claude-bernard-of-northwind',
    assistantIds: ['per_odile-marchand-of-northwind'],
  }),
  member('per_ingrid-solberg-of-northwind', 'Ingrid Solberg', 'executive', {
    email: 'ingrid.solberg@northwind.example',
    zone: 'Europe/Oslo',
    unit: 'Finance',
    reportsTo: 'per_claude-bernard-of-northwind',
    assistantIds: ['per_odile-marchand-of-northwind'],
  }),
  member('per_marcus-whitfield-of-northwind', 'Marcus Whitfield', 'executive', {
    email: 'marcus.whitfield@northwind.example',
    zone: 'America/New_York',
    unit: 'Finance',
    reportsTo: 'per_claude-bernard-of-northwind',
    blockers: ['bottleneck'],
    assistantIds: ['per_grace-okafor-of-northwind'],
  }),
]

const OPERATIONS = [
  member('per_louise-garnier-of-northwind', 'Louise Garnier', 'executive', {
    email: 'louise.garnier@northwind.example',
    locale: 'fr',
    unit: 'Operations',
    rules: { perWeek: 2 },
    assistantIds: ['per_camille-petit-of-northwind'],
  }),
  member('per_dana-kowalski-of-northwind', 'Dana Kowalski', 'executive', {
    email: 'dana.kowalski@northwind.example',
    zone: 'America/New_York',
    unit: 'Operations',
    reportsTo: 'per_louise-garnier-of-northwind',
    blockers: ['handled'],
  }),
  member('per_rajiv-menon-of-northwind', 'Rajiv Menon', 'executive', {
    email: 'rajiv.menon@northwind.example',
    zone: 'Asia/Singapore',
    unit: 'Operations',
    reportsTo: 'per_louise-garnier-of-northwind',
    blockers: ['on-the-go'],
    assistantIds: ['per_siew-hoon-lim-of-northwind'],
  }),
  member('per_keiko-arai-of-northwind', 'Keiko Arai', 'executive', {
    email: 'keiko.arai@northwind.example',
    zone: 'Asia/Tokyo',
    unit: 'Operations',
    reportsTo: 'per_louise-garnier-of-northwind',
    rules: { never: [{ day: 1, from: 0, to: 10 * 60 }] },
    assistantIds: ['per_siew-hoon-lim-of-northwind'],
  }),
]

/** Tom Leroy reports to Louise Garnier, so the two must not be paired. */
const MENTORS = [
  member('per_tom-leroy-of-northwind', 'Tom Leroy', 'mentor', {
    email: 'tom.leroy@northwind.example',
    reportsTo: 'per_louise-garnier-of-northwind',
    hours: seedHours(
      ['Mon 14-17', 'Tue 9-12', 'Wed 13:30-16', 'Thu 9-12', 'Thu 14-17', 'Fri 9-11:30'],
      [
        { on: 9, from: null, to: null },
        { on: 12, from: 13 * 60, to: 15 * 60 },
      ],
    ),
  }),
  member('per_priya-raman-of-northwind', 'Priya Raman', 'mentor', {
    email: 'priya.raman@northwind.example',
    zone: 'America/New_York',
    hours: seedHours(['Mon 8:30-11:30', 'Tue 8:30-11:30', 'Wed 8:30-12', 'Thu 8:30-11:30', 'Fri 9-11']),
  }),
  member('per_wei-jun-tan-of-northwind', 'Wei Jun Tan', 'mentor', {
    email: 'weijun.tan@northwind.example',
    zone: 'Asia/Singapore',
    hours: seedHours(['Mon 14-18', 'Tue 14-18', 'Wed 15-18', 'Thu 14-18', 'Fri 14-18']),
  }),
]

export const NORTHWIND_PEOPLE: readonly CastMember[] = [
  ...MANAGERS,
  ...ASSISTANTS,
  ...FINANCE,
  ...OPERATIONS,
  ...MENTORS,
]
