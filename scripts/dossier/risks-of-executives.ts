import type { Risk } from './risks.ts'

export const RISKS_OF_EXECUTIVES: readonly Risk[] = [
  {
    severity: 3,
    likelihood: 4,
    likelihoodAfter: 3,
    measures: ['wording', 'twoEvents', 'canaries'],
    en: {
      title: 'Somebody learns from a calendar or mailbox that an executive is being taught',
      what: 'Calendars are read by assistants, colleagues and IT. Whoever reads that a member of the board takes lessons can make him look weak, and he will not come again. Without measures every invite would say so.',
      remains:
        'The sender and the text of an event tell it to whoever looks closely and knows Sotto, and whoever administers the mail finds all of them by the reply domain: measured in `docs/discretion.md`. A domain of the organisation’s own, and a plain title, lower it. Who administers mail should be bound to secrecy.',
    },
    fr: {
      title: 'Quelqu’un apprend par un agenda ou une messagerie qu’un dirigeant se forme',
      what: 'Les agendas sont lus par des assistants, des collègues, l’informatique. Savoir qu’un membre de la direction prend des leçons peut l’affaiblir, et il ne reviendra pas. Sans mesures, chaque invitation le dirait.',
      remains:
        'L’expéditeur et le texte d’un événement le révèlent à qui regarde de près et connaît Sotto\u202f; l’administrateur de la messagerie les retrouve tous par le domaine de réponse\u202f: c’est mesuré dans `docs/discretion.md`. Un domaine de l’organisation et un titre neutre réduisent ce risque. Les administrateurs doivent être tenus au secret.',
    },
  },
  {
    severity: 4,
    likelihood: 3,
    likelihoodAfter: 2,
    measures: ['table', 'switches', 'totals', 'looks'],
    en: {
      title: 'What was agreed, seen or said is used to appraise the executive',
      what: 'Commitments, whether they were done, stages and “what gets in his way” are observations of a person at work, by name. In an appraisal or a succession they could cost a career, and nobody would be told.',
      remains:
        'A manager of the programme reads them by name, and could copy them by hand: no program prevents that. Looks are logged, files do not have them, and the agreement forbids the use. Whoever does not want the risk switches stages and pulses off.',
    },
    fr: {
      title: 'Ce qui a été convenu, vu ou dit sert à évaluer le dirigeant',
      what: 'Engagements, leur suite, étapes et «\u202fce qui le freine\u202f» sont des observations nominatives sur une personne au travail. Dans une évaluation ou une succession, elles pourraient coûter une carrière, à l’insu de l’intéressé.',
      remains:
        'Une ou un responsable du programme les lit nommément et pourrait les recopier\u202f: aucun logiciel ne l’empêche. Les consultations sont inscrites, les fichiers exportés ne les contiennent pas, et l’accord interdit cet usage. Qui ne veut pas de ce risque désactive le chemin parcouru et les deux questions.',
    },
  },
  {
    severity: 2,
    likelihood: 3,
    likelihoodAfter: 2,
    measures: ['ownRecord'],
    en: {
      title: 'What is noted about him is wrong or unfair',
      what: 'A mentor may misjudge whether something was done; somebody chose what is thought to get in his way.',
      remains:
        'He reads it, changes what is thought to get in his way, and says himself whether something was done: both words stand side by side. What the mentor logged he can only ask to have corrected. Managers’ notes he does not read in Sotto (see the rights below).',
    },
    fr: {
      title: 'Ce qui est noté sur lui est faux ou injuste',
      what: 'Un mentor peut se tromper sur ce qui a été fait\u202f; quelqu’un a choisi ce qui est censé le freiner.',
      remains:
        'Il le lit, change ce qui est censé le freiner, et dit lui-même si une chose est faite\u202f: les deux paroles figurent côte à côte. Il peut seulement demander la correction de ce que le mentor a noté. Il ne lit pas dans Sotto les notes des responsables (voir les droits ci-dessous).',
    },
  },
  {
    severity: 3,
    likelihood: 3,
    likelihoodAfter: 2,
    measures: ['links', 'freshLink', 'rate'],
    en: {
      title: 'Somebody who reads his mailbox opens his own page',
      what: 'Executives have no password; links in mails open their pages, and assistants often read those mails.',
      remains:
        'Who reads the mailbox at that moment can open what the link opens. All that is held is shown only by a link of less than twelve hours, and each link can be ended. What he meant to do stands in three kinds of mail to him: a reminder and what was agreed in writing, each where it is switched on for him, and his list at the end.',
    },
    fr: {
      title: 'Quelqu’un qui lit sa messagerie ouvre sa page',
      what: 'Les dirigeants n’ont pas de mot de passe\u202f; les liens des courriels ouvrent leurs pages, et ces courriels sont souvent lus par d’autres.',
      remains:
        'Qui lit la messagerie à ce moment peut ouvrir ce que le lien ouvre. L’ensemble des données n’est montré que par un lien de moins de douze heures, et chaque lien peut être révoqué. Ce qu’il compte faire figure dans trois courriels qui lui sont adressés\u202f: un rappel et ce qui a été convenu par écrit, s’ils sont activés pour lui, et sa liste finale.',
    },
  },
  {
    severity: 2,
    likelihood: 2,
    likelihoodAfter: 1,
    measures: ['table', 'purge'],
    en: {
      title: 'His travels and telephone number become known',
      what: 'Trips, time zones, rooms and numbers show where somebody is and how to reach him.',
      remains:
        'The place stands in the calendar’s event, as in any invite. Trips are read by managers, by his assistant and, as a time zone, by his mentor.',
    },
    fr: {
      title: 'Ses voyages et son numéro de téléphone sont connus',
      what: 'Voyages, fuseaux, salles et numéros montrent où se trouve une personne et comment la joindre.',
      remains:
        'Le lieu figure dans l’événement, comme dans toute invitation. Les voyages sont lus par les responsables, par qui tient son agenda et, sous forme de fuseau, par son mentor.',
    },
  },
  {
    severity: 3,
    likelihood: 2,
    likelihoodAfter: 2,
    measures: ['retention'],
    en: {
      title: 'Free text holds what should not be there',
      what: 'Notes of managers and mentors, reasons and mails can hold health, conflicts or judgements (Art. 9 data, third persons).',
      remains:
        'Why a date did not suit is one of five codes, and a day without hours needs no reason. Notes of managers are free text for as long as the programme is open. People who write them need a short instruction.',
    },
    fr: {
      title: 'Un texte libre contient ce qui ne devrait pas y être',
      what: 'Notes des responsables et des mentors, raisons et courriels peuvent évoquer la santé, des conflits, des jugements (données de l’art. 9, tiers).',
      remains:
        'La raison d’un refus est un code parmi cinq, et une absence n’en demande aucune. Les notes des responsables restent libres tant que le programme est ouvert. Les auteurs ont besoin d’une courte consigne.',
    },
  },
]
