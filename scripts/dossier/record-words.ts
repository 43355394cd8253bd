import type { Locale } from '../../worker/domain/people/person.ts'
import { DEFAULT_POLICY } from '../../worker/domain/programme/programme.ts'
import { code, blank } from './markdown.ts'
import { fileOf } from './page-names.ts'

type RecordWords = {
  readonly title: string
  readonly intro: (state: string) => string
  readonly whoTitle: string
  readonly who: (origin: string, replyDomain: string) => readonly string[]
  readonly activitiesTitle: string
  readonly rows: Readonly<Record<'head' | 'persons' | 'data' | 'recipients' | 'basis' | 'tables', string>>
  readonly processorsTitle: string
  readonly processorsHead: readonly string[]
  readonly transfers: string
  readonly periodsTitle: string
  readonly periods: readonly string[]
  readonly measuresTitle: string
  readonly ownMeasures: string
}

export function recordWords(locale: Locale): RecordWords {
  return locale === 'fr' ? FR : EN
}

const EN: RecordWords = {
  title: 'Draft: record of processing activities (Art. 30 GDPR)',
  intro: (state) =>
    `> Made from the code’s own tables (${state}). What only the organisation knows is a blank; legal bases are proposals.`,
  whoTitle: 'Who is responsible',
  who: (origin, replyDomain) => [
    `Controller: ${blank('name, address, representative')}`,
    `Joint controllers, if several companies of a group take part: ${blank('who does what, Art. 26')}`,
    `Data protection officer: ${blank('name, how to reach')}`,
    `Who runs the installation: ${blank('department, names')}`,
    `Installation: \`${origin}\`; mail of the domain \`${replyDomain}\``,
    `In use since ${blank('day')}; programmes: ${blank('names, last days, who closes them')}`,
  ],
  activitiesTitle: 'Activities',
  rows: {
    head: 'of this activity',
    persons: 'whose data',
    data: 'categories of data',
    recipients: 'recipients',
    basis: 'legal basis (proposal)',
    tables: 'tables',
  },
  processorsTitle: 'Processors, and transfers',
  processorsHead: ['who', 'what passes there', 'contract, country'],
  transfers:
    'Cloudflare is a company of the United States with data centres everywhere. A request is handled near the database or near whoever asks; the database lives where it was made to live, which `npx wrangler d1 create` asks (`--jurisdiction eu` keeps it in the European Union, `--location` is a wish). Transfers: the provider’s data processing agreement with standard contractual clauses, or the Data Privacy Framework: **[basis and day checked ______]**. Mail goes to wherever its reader’s mailbox is. Sotto has no supplier who could look in: it is software that you run.',
  periodsTitle: 'How long',
  periods: [
    `Names, addresses, what was agreed and noted: while the programme is open, and for the days of its rule \`retention\` after it was closed (${DEFAULT_POLICY.retention} unless changed). A manager closes it, never the clock.`,
    'Roles and sign-ins of whoever leaves: to the end of the last day.',
    'Ids, codes, moments and totals stay.',
    'A person who is erased loses all but ids, codes and moments at once, as soon as cancellations of his dates have left.',
    `Column by column: ${code(fileOf('map'))}.`,
  ],
  measuresTitle: 'Technical and organisational measures (Art. 32)',
  ownMeasures:
    'The organisation’s own: who has the provider’s account and the secrets, second factors, instruction of managers and mentors, how a breach is reported within 72 hours: **[______]**.',
}

const FR: RecordWords = {
  title: 'Projet de registre des activités de traitement (art. 30 du RGPD)',
  intro: (state) =>
    `> Établi d’après les tables du code (${state}). Ce que seule l’organisation sait reste en blanc\u202f; les bases juridiques sont des propositions.`,
  whoTitle: 'Responsabilité',
  who: (origin, replyDomain) => [
    `Responsable du traitement\u202f: ${blank('nom, adresse, représentant')}`,
    `Responsables conjoints, si plusieurs sociétés d’un groupe participent\u202f: ${blank('qui fait quoi, art. 26')}`,
    `Délégué à la protection des données\u202f: ${blank('nom, contact')}`,
    `Qui exploite l’installation\u202f: ${blank('service, noms')}`,
    `Installation\u202f: \`${origin}\`\u202f; courriels du domaine \`${replyDomain}\``,
    `En service depuis le ${blank('jour')}\u202f; programmes\u202f: ${blank('noms, derniers jours, qui les clôt')}`,
  ],
  activitiesTitle: 'Activités',
  rows: {
    head: 'de cette activité',
    persons: 'personnes concernées',
    data: 'catégories de données',
    recipients: 'destinataires',
    basis: 'base juridique (proposition)',
    tables: 'tables',
  },
  processorsTitle: 'Sous-traitants et transferts',
  processorsHead: ['qui', 'ce qui y passe', 'contrat, pays'],
  transfers:
    'Cloudflare est une société des États-Unis dont les centres de données sont partout. Une requête est traitée près de la base ou près de qui la fait\u202f; la base réside où on l’a créée, ce que demande `npx wrangler d1 create` (`--jurisdiction eu` la garde dans l’Union européenne, `--location` est un souhait). Transferts\u202f: contrat de sous-traitance de l’hébergeur avec clauses contractuelles types, ou Data Privacy Framework\u202f: **[base et jour de la vérification ______]**. Un courriel va où se trouve la messagerie de son destinataire. Aucun fournisseur de Sotto ne peut regarder\u202f: c’est un logiciel que vous exploitez.',
  periodsTitle: 'Durées',
  periods: [
    `Noms, adresses, ce qui a été convenu et noté\u202f: tant que le programme est ouvert, puis les jours de sa règle \`retention\` après la clôture (${DEFAULT_POLICY.retention} sauf changement). Une ou un responsable le clôt, jamais l’horloge.`,
    'Rôles et connexions de qui part\u202f: jusqu’à la fin du dernier jour.',
    'Identifiants, codes, heures et totaux restent.',
    'Une personne effacée perd aussitôt tout, sauf identifiants, codes et heures, dès que les annulations de ses dates sont parties.',
    `Colonne par colonne\u202f: ${code(fileOf('map'))}.`,
  ],
  measuresTitle: 'Mesures techniques et organisationnelles (art. 32)',
  ownMeasures:
    'Celles de l’organisation\u202f: qui détient le compte de l’hébergeur et les secrets, seconds facteurs, consignes aux responsables et aux mentors, notification d’une violation sous 72 heures\u202f: **[______]**.',
}
