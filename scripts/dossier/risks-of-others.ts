import type { Risk } from './risks.ts'

/** Risks to mentors, assistants and managers, and to all together. */
export const RISKS_OF_OTHERS: readonly Risk[] = [
  {
    severity: 3,
    likelihood: 3,
    likelihoodAfter: 2,
    measures: ['table', 'totals', 'switches'],
    en: {
      title: 'Mentors: how they teach and how quickly they log is watched',
      what: 'Dates a mentor gave up, sessions not logged after a day, being late and what was said of the time together are recorded by name. They could be used against somebody whose main work is another.',
      remains:
        'No figure, rank or report says how a mentor does. A manager still sees of each pair what happened, and on Today that a log is missing. The agreement forbids appraisal by it.',
    },
    fr: {
      title: 'Mentors\u202f: leur manière d’enseigner et leur rapidité sont surveillées',
      what: 'Dates abandonnées, séances non consignées après un jour, retards et avis sur le temps passé ensemble sont enregistrés nommément. Ils pourraient servir contre quelqu’un dont ce n’est pas le métier.',
      remains:
        'Aucun chiffre, classement ou rapport ne dit ce que vaut un mentor. Une ou un responsable voit toutefois, pour chaque binôme, ce qui s’est passé, et dans «\u202fAujourd’hui\u202f» qu’une séance n’est pas consignée. L’accord interdit d’en tirer une évaluation.',
    },
  },
  {
    severity: 3,
    likelihood: 2,
    likelihoodAfter: 1,
    measures: ['line', 'table'],
    en: {
      title: 'Mentors: they teach somebody who decides about them',
      what: 'Whoever teaches his own superior cannot speak freely, and can be made to pay for it. “Of no use” could come back to him.',
      remains:
        'Pairs within a reporting line are refused, as far as superiors are entered and true. “Of no use” is read by managers alone, not even again by whoever said it.',
    },
    fr: {
      title: 'Mentors\u202f: ils enseignent à qui décide de leur sort',
      what: 'Qui enseigne à son propre supérieur ne peut parler librement et peut le payer. La réponse «\u202fsans utilité\u202f» pourrait lui revenir.',
      remains:
        'Les binômes d’une même ligne hiérarchique sont refusés, pour autant que les supérieurs soient saisis et exacts. «\u202fSans utilité\u202f» n’est lu que par les responsables.',
    },
  },
  {
    severity: 2,
    likelihood: 2,
    likelihoodAfter: 1,
    measures: ['hostile', 'retention'],
    en: {
      title: 'Mentors: a calendar that they let us read shows their life',
      what: 'A published calendar has titles, places and guests of all that somebody does.',
      remains:
        'Only beginnings and ends of busy times are kept. It is never needed: hours can be typed. The address of the calendar itself is a secret and is stored in clear.',
    },
    fr: {
      title: 'Mentors\u202f: un agenda qu’ils nous laissent lire montre leur vie',
      what: 'Un agenda publié contient titres, lieux et invités de tout ce que fait une personne.',
      remains:
        'Seuls le début et la fin des périodes occupées sont gardés. Ce n’est jamais nécessaire\u202f: les heures peuvent être saisies. L’adresse de l’agenda est un secret, enregistré en clair.',
    },
  },
  {
    severity: 2,
    likelihood: 3,
    likelihoodAfter: 2,
    measures: ['table', 'purge'],
    en: {
      title: 'Assistants: how fast they answer is watched',
      what: 'Who answered, when and by which way is recorded; an offer without an answer for two working days is shown to the manager.',
      remains:
        'No figure says how an assistant does. The record is needed to tell whose answer counts. The agreement forbids appraisal by it.',
    },
    fr: {
      title: 'Assistants\u202f: leur rapidité à répondre est surveillée',
      what: 'Qui a répondu, quand et par quelle voie est enregistré\u202f; une proposition sans réponse pendant deux jours ouvrés est montrée aux responsables.',
      remains:
        'Aucun chiffre ne dit ce que vaut une assistance. L’enregistrement sert à savoir quelle réponse compte. L’accord interdit d’en tirer une évaluation.',
    },
  },
  {
    severity: 2,
    likelihood: 3,
    likelihoodAfter: 2,
    measures: ['logs', 'retention'],
    en: {
      title: 'Managers: every act of theirs is recorded',
      what: 'Changes carry the id of who made them and the moment; looks at people’s records are logged for a year.',
      remains:
        'This is meant: it protects the others. Changes stay after the purge as ids and moments, and managers keep their accounts, so theirs can still be told. The agreement limits the use to security and to complaints.',
    },
    fr: {
      title: 'Responsables\u202f: chacun de leurs actes est enregistré',
      what: 'Chaque modification porte l’identifiant de son auteur et l’heure\u202f; la consultation des dossiers est inscrite pour un an.',
      remains:
        'C’est voulu\u202f: cela protège les autres. Les modifications restent après l’effacement sous forme d’identifiants et d’heures, et les responsables gardent leur compte\u202f: les leurs restent attribuables. L’accord en limite l’usage à la sécurité et aux réclamations.',
    },
  },
  {
    severity: 3,
    likelihood: 2,
    likelihoodAfter: 2,
    measures: ['sealing', 'links', 'doors', 'hostile'],
    en: {
      title: 'Everybody: somebody gets the database',
      what: 'By a stolen account of the operator, a backup in the wrong hands, or a fault of ours.',
      remains:
        'Names, addresses, who meets whom and when stand in clear, and so does what the next section lists. Whoever has the secrets of the Worker as well reads all. Accounts at the cloud provider need a second factor, and few people.',
    },
    fr: {
      title: 'Tous\u202f: quelqu’un obtient la base de données',
      what: 'Par un compte d’exploitation volé, une sauvegarde égarée, ou une faute de notre part.',
      remains:
        'Noms, adresses, qui rencontre qui et quand y sont en clair, ainsi que ce qu’énumère la section suivante. Qui détient aussi les secrets du Worker lit tout. Les comptes chez l’hébergeur demandent un second facteur, et peu de personnes.',
    },
  },
  {
    severity: 3,
    likelihood: 3,
    likelihoodAfter: 2,
    measures: ['links', 'programmes', 'notThere'],
    en: {
      title: 'Everybody: mail goes to the wrong person',
      what: 'An address is mistyped, somebody has left, an assistant was replaced, two programmes share a person.',
      remains:
        'What was delivered cannot be called back. A corrected address ends what was opened by the old one.',
    },
    fr: {
      title: 'Tous\u202f: un courriel parvient à la mauvaise personne',
      what: 'Une adresse est mal saisie, quelqu’un est parti, une assistance a changé, deux programmes ont une personne en commun.',
      remains:
        'Ce qui est remis ne se rappelle pas. Une adresse corrigée met fin à tout ce qu’ouvrait l’ancienne.',
    },
  },
  {
    severity: 2,
    likelihood: 4,
    likelihoodAfter: 2,
    measures: ['purge', 'erasure', 'retention'],
    en: {
      title: 'Everybody: data stays for longer than it is needed',
      what: 'A programme that nobody closes keeps names and what was agreed for years.',
      remains:
        'Nothing closes a programme by itself: three weeks before its last day a manager is asked, if a last day is set. Set one, and name in the record of processing who closes it.',
    },
    fr: {
      title: 'Tous\u202f: les données restent plus longtemps que nécessaire',
      what: 'Un programme que personne ne clôt garde pendant des années les noms et ce qui a été convenu.',
      remains:
        'Rien ne clôt un programme de lui-même\u202f: trois semaines avant son dernier jour, s’il est fixé, on interroge les responsables. Fixez-le, et désignez dans le registre qui le clôt.',
    },
  },
  {
    severity: 1,
    likelihood: 2,
    likelihoodAfter: 2,
    measures: ['doors'],
    en: {
      title: 'Everybody: the data is lost or out of reach',
      what: 'The database fails, or an operator deletes it. People lose dates that also stand in their calendars, and notes that stand nowhere else.',
      remains:
        'See the questions about backup in the security answers; a sealing key that is lost makes what it sealed unreadable.',
    },
    fr: {
      title: 'Tous\u202f: les données sont perdues ou inaccessibles',
      what: 'La base tombe en panne, ou un exploitant l’efface. On perd des dates qui figurent aussi dans les agendas, et des notes qui ne sont nulle part ailleurs.',
      remains:
        'Voir les questions sur les sauvegardes dans les réponses de sécurité\u202f; une clé de chiffrement perdue rend illisible ce qu’elle protégeait.',
    },
  },
]
