import type { Locale } from '../../worker/domain/people/person.ts'

type Measure = Readonly<Record<Locale, string>> & {
  /** Where it stands in the code, and what shows it. */
  readonly where: readonly string[]
}

/** What protects people, where, and which test fails without it. A test asks whether the files are there. */
export const MEASURES = {
  table: {
    en: 'One table says who sees what; every page, mail, calendar and file gets its fields through it',
    fr: 'Une seule table dit qui voit quoi\u202f; pages, courriels, agendas et fichiers passent tous par elle',
    where: ['worker/domain/people/permission.ts', 'tests/http/who-sees-what.test.ts'],
  },
  notThere: {
    en: 'What is not yours looks like what is not there',
    fr: 'Ce qui n’est pas à vous répond comme ce qui n’existe pas',
    where: [
      'worker/http/routes.ts',
      'tests/http/not-yours/pages.test.ts',
      'tests/http/not-yours/api.test.ts',
    ],
  },
  wording: {
    en: 'Titles, subjects, senders and addresses are neutral; a text with a telling word is refused where it is typed and before it is sent',
    fr: 'Titres, objets, expéditeurs et adresses sont neutres\u202f; un texte révélateur est refusé à la saisie et avant l’envoi',
    where: ['worker/domain/letter/discretion.ts', 'tests/letters/discretion.test.ts'],
  },
  twoEvents: {
    en: 'Each person has an event of his own; neither calendar lists the other as a guest',
    fr: 'Chacun a son propre événement\u202f; aucun agenda ne cite l’autre comme invité',
    where: ['worker/domain/itip/write.ts', 'tests/domain/itip/write.test.ts'],
  },
  canaries: {
    en: 'A long life in two programmes is lived in the tests, and all that leaves is searched for names and words where they may not be',
    fr: 'Les tests font vivre deux programmes et cherchent, dans tout ce qui sort, des noms et des mots là où ils ne doivent pas être',
    where: ['tests/journeys/canaries.test.ts'],
  },
  sealing: {
    en: 'Letters, questions and private notes are sealed in the database with keys of their own, which can be changed',
    fr: 'Courriels, questions et notes personnelles sont chiffrés dans la base, avec des clés à part que l’on peut changer',
    where: [
      'worker/sealing.ts',
      'worker/storage/seal/sealed-columns.ts',
      'tests/scripts/rotate-keys.test.ts',
    ],
  },
  links: {
    en: 'A link or sign-in opens one thing for one reader, and ends when he is no longer that reader; only its hash is stored',
    fr: 'Un lien ou une connexion ouvre une chose pour une personne, et prend fin avec son rôle\u202f; seule son empreinte est gardée',
    where: ['worker/domain/people/capability.ts', 'tests/http/capabilities.test.ts'],
  },
  freshLink: {
    en: 'What leaves the house, lets somebody else in or cannot be taken back asks for a link that was used within twelve hours',
    fr: 'Exporter, ouvrir à quelqu’un d’autre ou agir sans retour demande un lien utilisé depuis moins de douze heures',
    where: ['worker/http/way-back/fresh-link.ts', 'tests/http/way-back.test.ts'],
  },
  looks: {
    en: 'Looks at a person’s record are logged, the log only grows and is sealed in a chain; whom it is about can verify it alone',
    fr: 'Les consultations du dossier d’une personne sont inscrites dans un journal qui ne fait que croître, scellé en chaîne\u202f; la personne concernée le vérifie seule',
    where: [
      'worker/domain/record/proof.ts',
      'tests/scripts/verify-record.test.ts',
      'tests/storage/access-seal.test.ts',
    ],
  },
  ownRecord: {
    en: 'Everybody but sponsors reads what is held about him, corrects, switches, takes it away and asks to be erased',
    fr: 'Chacun, sauf les sponsors, lit ce qui est gardé sur lui, le corrige, l’emporte et peut demander l’effacement',
    where: ['worker/domain/record/held.ts', 'tests/journeys/own-record.test.ts'],
  },
  retention: {
    en: 'Everything goes by a rule that one table says; a column without one fails a test',
    fr: 'Tout s’efface selon une règle qu’une table énonce\u202f; une colonne sans règle fait échouer un test',
    where: ['worker/domain/clock/retention.ts', 'tests/scripts/retention.test.ts'],
  },
  erasure: {
    en: 'A person can be erased; totals do not change, and a restored backup erases again',
    fr: 'Une personne peut être effacée\u202f; les totaux ne changent pas, et une sauvegarde restaurée efface de nouveau',
    where: ['worker/actions/people/erase.ts', 'tests/journeys/erasing.test.ts'],
  },
  purge: {
    en: 'A closed programme loses names, addresses and words in the night that its closing set',
    fr: 'Un programme clos perd noms, adresses et mots dans la nuit fixée à sa clôture',
    where: ['worker/storage/programme/purge.ts', 'tests/journeys/purging.test.ts'],
  },
  totals: {
    en: 'A sponsor reads totals that tell of no few people, nor does the difference of two',
    fr: 'Un sponsor lit des totaux qui ne révèlent rien d’un petit groupe, même par différence',
    where: ['worker/domain/report/rules.ts', 'tests/domain/report/reconstruction.test.ts'],
  },
  switches: {
    en: 'Stages, pulses and private notes can be off; then nobody is asked, and nobody else is shown what was said before',
    fr: 'Le chemin parcouru, les deux questions et les notes personnelles peuvent être désactivés\u202f: alors rien n’est demandé, et rien de ce qui a été dit n’est montré à d’autres',
    where: [
      'worker/domain/programme/programme.ts',
      'tests/journeys/switched-off.test.ts',
      'tests/journeys/private-note.test.ts',
    ],
  },
  line: {
    en: 'Nobody is paired within his reporting line',
    fr: 'Personne n’est associé à quelqu’un de sa ligne hiérarchique',
    where: ['worker/domain/pairing/reporting-line.ts', 'tests/domain/pairing/reporting-line.test.ts'],
  },
  programmes: {
    en: 'Two programmes that share a person learn nothing of each other but “busy”',
    fr: 'Deux programmes qui ont une personne en commun n’apprennent rien l’un de l’autre, sauf «\u202foccupé\u202f»',
    where: ['tests/http/two-programmes.test.ts'],
  },
  logs: {
    en: 'Logs hold patterns, codes and moments: no name, address, title, token or URL',
    fr: 'Les journaux techniques contiennent des modèles, des codes et des heures\u202f: ni nom, ni adresse, ni titre, ni URL',
    where: ['worker/http/middleware/log.ts', 'worker/log-error.ts'],
  },
  doors: {
    en: 'Strict headers on every answer; a change comes from our own pages only; to look changes nothing',
    fr: 'En-têtes stricts sur chaque réponse\u202f; une modification ne vient que de nos pages\u202f; consulter ne change rien',
    where: [
      'worker/http/middleware/headers.ts',
      'worker/http/middleware/same-origin.ts',
      'tests/http/doors.test.ts',
      'tests/http/routes.test.ts',
    ],
  },
  rate: {
    en: 'Requests for links are limited for each address and each network; known and unknown addresses are answered alike',
    fr: 'Les demandes de lien sont limitées par adresse et par réseau\u202f; adresses connues et inconnues reçoivent la même réponse',
    where: ['worker/actions/sign-in/ask.ts', 'tests/http/sign-in-alike.test.ts'],
  },
  hostile: {
    en: 'Hostile mail and files are refused or done within three seconds, and steer nothing',
    fr: 'Un courriel ou un fichier hostile est refusé ou traité en trois secondes, et ne commande rien',
    where: ['worker/delivery/in/within-limits.ts', 'tests/delivery/in/read-mail-hostile.test.ts'],
  },
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureName = keyof typeof MEASURES

/** Sentence and places of each, as lines of a list. */
export function measureLines(locale: Locale, names: readonly MeasureName[]): readonly string[] {
  return names.map(
    (name) => `${MEASURES[name][locale]} (${MEASURES[name].where.map((each) => `\`${each}\``).join(', ')})`,
  )
}
