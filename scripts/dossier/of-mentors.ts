import type { Locale } from '../../worker/domain/people/person.ts'
import type { MappedTable } from './tables.ts'

type Recorded = Readonly<Record<Locale, readonly [what: string, whoReads: string]>> & {
  readonly tables: readonly string[]
}

/** What is recorded of a mentor, as a works council reads it. A test asks that no table about mentors is left out. */
export const RECORDED_OF_MENTORS: readonly Recorded[] = [
  {
    tables: ['people', 'addresses', 'members', 'memberships', 'import_rows'],
    en: [
      'name, addresses, language, time zone, unit, superior, role, the topics he can teach, his own rules (how often, notice), the last day',
      'managers; himself',
    ],
    fr: [
      'nom, adresses, langue, fuseau, service, supérieur, rôle, sujets qu’il enseigne, ses propres règles (fréquence, préavis), son dernier jour',
      'les responsables\u202f; lui-même',
    ],
  },
  {
    tables: ['members', 'pairing_notes'],
    en: ['notes of managers about a person or a pair: free text, no rating', 'managers alone'],
    fr: [
      'notes des responsables sur une personne ou un binôme\u202f: texte libre, aucune appréciation chiffrée',
      'les responsables seuls',
    ],
  },
  {
    tables: ['availability', 'busy_feeds', 'claims'],
    en: [
      'hours in which he can be booked, days off without a reason, busy times of a calendar that he, or a manager for him, gave to be read (no titles, places, guests)',
      'managers; himself',
    ],
    fr: [
      'heures où il peut être sollicité, absences sans motif, périodes occupées d’un agenda que lui, ou une ou un responsable pour lui, a donné à lire (ni titres, ni lieux, ni invités)',
      'les responsables\u202f; lui-même',
    ],
  },
  {
    tables: ['pairings', 'sessions', 'offers', 'options', 'plans', 'plan_rows', 'undos', 'outcomes'],
    en: [
      'whom he meets, when and where; whether it took place, was cut short or given up, and why (a code of five)',
      'managers; the executive; himself; the assistant reads date and, unless hidden, his name',
    ],
    fr: [
      'qui il rencontre, quand et où\u202f; si cela a eu lieu, a été écourté ou abandonné, et pourquoi (un code parmi cinq)',
      'les responsables\u202f; le dirigeant\u202f; lui-même\u202f; l’assistance lit la date et, sauf masquage, son nom',
    ],
  },
  {
    tables: ['invites', 'proposals', 'sessions'],
    en: [
      'his answers to invites, times that he proposed, that he was late, waited, or could not come',
      'managers; himself; the executive his answers',
    ],
    fr: [
      'ses réponses aux invitations, les horaires qu’il a proposés, un retard, une attente, un empêchement',
      'les responsables\u202f; lui-même\u202f; le dirigeant, pour ses réponses',
    ],
  },
  {
    tables: ['outcomes', 'events', 'reasons'],
    en: [
      'when he logged a session and what he logged; that it is missing a day later; corrections by a manager with a reason',
      'managers; himself',
    ],
    fr: [
      'quand il a consigné une séance et ce qu’il a consigné\u202f; l’absence de consignation après un jour\u202f; les corrections motivées d’une ou un responsable',
      'les responsables\u202f; lui-même',
    ],
  },
  {
    tables: ['webhook_messages'],
    en: [
      'what a manager’s program was told of his dates: ids, codes and times, for thirty days',
      'the manager who made the webhook, and her program',
    ],
    fr: [
      'ce qu’un logiciel d’une ou d’un responsable a reçu de ses séances\u202f: des identifiants, des codes et des heures, pendant trente jours',
      'la ou le responsable qui a créé le webhook, et son logiciel',
    ],
  },
  {
    tables: ['pulses'],
    en: [
      'whether he finds the time well spent, half-way and at the end: a word of three, optional, can be switched off',
      'managers; himself',
    ],
    fr: [
      's’il juge le temps bien employé, à mi-parcours et à la fin\u202f: un mot parmi trois, facultatif, désactivable',
      'les responsables\u202f; lui-même',
    ],
  },
  {
    tables: ['private_notes'],
    en: [
      'a private note on a session, sealed, only where the programme allows it; that there is one, not what it says',
      'himself; the executive, that there is one',
    ],
    fr: [
      'une note personnelle sur une séance, chiffrée, si le programme l’autorise',
      'lui-même\u202f; le dirigeant, qu’il y en a une',
    ],
  },
  {
    tables: ['guide_reads'],
    en: ['that he has read the guide, and when', 'managers; himself, on the page'],
    fr: ['qu’il a lu le guide, et quand', 'les responsables\u202f; lui-même, sur la page'],
  },
  {
    tables: ['outbox', 'received', 'suppressions', 'links', 'sign_ins', 'kept_forms', 'feeds'],
    en: [
      'mails to and from him, links and sign-ins with their times; not whether he opened a mail',
      'managers the mails of their programme; himself the list of them',
    ],
    fr: [
      'les courriels reçus et envoyés, les liens et les connexions avec leurs heures\u202f; jamais s’il a ouvert un courriel',
      'les responsables, pour les courriels de leur programme\u202f; lui-même, pour leur liste',
    ],
  },
  {
    tables: ['access_log'],
    en: ['looks at records: who, whose, when, at which page', 'managers; whom it is about'],
    fr: [
      'les consultations de dossiers\u202f: qui, de qui, quand, sur quelle page',
      'les responsables\u202f; la personne concernée',
    ],
  },
  {
    tables: ['record_requests', 'tombstones'],
    en: ['what he asked about his own record and what was answered; that he was erased', 'managers; himself'],
    fr: [
      'ce qu’il a demandé sur son propre dossier et la réponse\u202f; le fait qu’il a été effacé',
      'les responsables\u202f; lui-même',
    ],
  },
]

/** Tables that hold something of mentors and stand in no row. */
export function missingOfMentors(
  tables: readonly Pick<MappedTable, 'name' | 'about' | 'columns'>[],
): readonly string[] {
  const named = new Set(RECORDED_OF_MENTORS.flatMap((each) => each.tables))
  return tables
    .filter(({ about }) => about.includes('mentor') || about.includes('everybody'))
    .filter(({ columns }) => columns.some(({ kind }) => kind !== 'technical'))
    .flatMap(({ name }) =>
      named.has(name) ? [] : [`${name}: say in scripts/dossier/of-mentors.ts what it records of a mentor`],
    )
}
