import type { Letter } from '../../worker/domain/letter/letter.ts'
import type { Locale } from '../../worker/domain/people/person.ts'

export type LetterKind = Letter['kind']
type Said = { readonly to: string; readonly purpose: string; readonly holds: string }

/** What each kind of mail is for. A kind without a row does not compile. */
export const LETTER_PURPOSES: Readonly<Record<LetterKind, Readonly<Record<Locale, Said>>>> = {
  'sign-in': {
    en: {
      to: 'who asked for it',
      purpose: 'to sign in without a password',
      holds: 'a link that works once, for ten minutes',
    },
    fr: {
      to: 'qui l’a demandé',
      purpose: 'se connecter sans mot de passe',
      holds: 'un lien qui sert une fois, pendant dix minutes',
    },
  },
  invitation: {
    en: {
      to: 'a mentor who was added',
      purpose: 'to say what this is, and to ask for hours',
      holds: 'a link that works once, for a week',
    },
    fr: {
      to: 'un mentor qui vient d’être ajouté',
      purpose: 'dire de quoi il s’agit et demander ses heures',
      holds: 'un lien qui sert une fois, pendant une semaine',
    },
  },
  figures: {
    en: {
      to: 'somebody without an account, whom a manager named',
      purpose: 'to read the totals of a programme',
      holds: 'a link to one page of totals, until a day; nothing about a person',
    },
    fr: {
      to: 'une personne sans compte, désignée par un responsable',
      purpose: 'lire les totaux d’un programme',
      holds: 'un lien vers une page de totaux, jusqu’à une date ; rien sur une personne',
    },
  },
  offer: {
    en: {
      to: 'whoever answers for an executive',
      purpose: 'to ask which of some times suits',
      holds: 'names, times, place; a link for each time',
    },
    fr: {
      to: 'qui répond pour un dirigeant',
      purpose: 'demander quel horaire convient',
      holds: 'noms, horaires, lieu\u202f; un lien par horaire',
    },
  },
  offers: {
    en: {
      to: 'an assistant of several executives',
      purpose: 'the same, all in one mail',
      holds: 'the same for each',
    },
    fr: {
      to: 'qui tient plusieurs agendas',
      purpose: 'la même chose, en un seul courriel',
      holds: 'la même chose pour chacun',
    },
  },
  calendar: {
    en: {
      to: 'the executive and the mentor, each their own',
      purpose: 'invite, move or cancellation, as calendars understand it',
      holds:
        'a neutral title, time, place; the other’s name unless it is hidden; never what the hour is about; in the mail alone, half-way and at the end, a link to two questions where pulses are on',
    },
    fr: {
      to: 'le dirigeant et le mentor, chacun le sien',
      purpose: 'invitation, déplacement ou annulation, au format des agendas',
      holds:
        'un titre neutre, l’heure, le lieu\u202f; le nom de l’autre sauf s’il est masqué\u202f; jamais le sujet\u202f; dans le courriel seul, à mi-parcours et à la fin, un lien vers les deux questions si elles sont actives',
    },
  },
  outcome: {
    en: {
      to: 'the mentor',
      purpose: 'to ask how it went',
      holds:
        'the executive’s name, the time, four links; half-way and at the end a link to two questions where pulses are on',
    },
    fr: {
      to: 'le mentor',
      purpose: 'demander comment cela s’est passé',
      holds:
        'le nom du dirigeant, l’heure, quatre liens\u202f; à mi-parcours et à la fin, un lien vers les deux questions si elles sont actives',
    },
  },
  confirm: {
    en: {
      to: 'the person whose date it is',
      purpose: 'to confirm a decline that was made from a calendar’s link',
      holds: 'the time and a link',
    },
    fr: {
      to: 'la personne concernée',
      purpose: 'confirmer un refus fait depuis le lien d’un agenda',
      holds: 'l’heure et un lien',
    },
  },
  brief: {
    en: {
      to: 'the mentor, the day before',
      purpose: 'to be prepared',
      holds:
        'the executive’s name, time, place, format, aim, what was agreed last time; that there is a question, not the question',
    },
    fr: {
      to: 'le mentor, la veille',
      purpose: 'arriver préparé',
      holds:
        'le nom du dirigeant, l’heure, le lieu, le format, l’objectif, ce qui a été convenu\u202f; qu’il y a une question, sans la question',
    },
  },
  attendance: {
    en: {
      to: 'whoever answers for the executive',
      purpose: 'that he is expected, or that the mentor is late',
      holds: 'the executive’s name and the time',
    },
    fr: {
      to: 'qui répond pour le dirigeant',
      purpose: 'dire qu’il est attendu, ou que le mentor est en retard',
      holds: 'le nom du dirigeant et l’heure',
    },
  },
  own: {
    en: {
      to: 'the executive alone',
      purpose: 'a link to his own page, or a reminder of what he agreed, where that is switched on for him',
      holds: 'what he meant to do; the mentor’s name unless it is hidden',
    },
    fr: {
      to: 'le dirigeant seul',
      purpose: 'un lien vers sa page, ou un rappel de ce qu’il a convenu, si c’est activé pour lui',
      holds: 'ce qu’il comptait faire\u202f; le nom du mentor sauf s’il est masqué',
    },
  },
  agreed: {
    en: {
      to: 'the executive alone',
      purpose: 'what was agreed, in writing, where he asked for it',
      holds: 'what he means to do, unless the words would tell what the hour is for',
    },
    fr: {
      to: 'le dirigeant seul',
      purpose: 'ce qui a été convenu, par écrit, s’il l’a demandé',
      holds: 'ce qu’il compte faire, sauf si les mots diraient à quoi sert l’heure',
    },
  },
  digest: {
    en: {
      to: 'an assistant',
      purpose: 'tomorrow’s dates of her executives',
      holds: 'names, times, places; the mentor’s name unless it is hidden',
    },
    fr: {
      to: 'qui tient un ou plusieurs agendas',
      purpose: 'les dates du lendemain',
      holds: 'noms, heures, lieux\u202f; le nom du mentor sauf s’il est masqué',
    },
  },
  closing: {
    en: {
      to: 'the executive alone',
      purpose: 'his own list when the programme ends',
      holds: 'when he met, what he meant to do, how far he came where stages are on',
    },
    fr: {
      to: 'le dirigeant seul',
      purpose: 'sa propre liste à la fin du programme',
      holds: 'ses rendez-vous, ce qu’il comptait faire, le chemin parcouru si l’option est active',
    },
  },
  morning: {
    en: { to: 'a manager', purpose: 'what waits for her today', holds: 'counts and neutral lines: no name' },
    fr: {
      to: 'une ou un responsable',
      purpose: 'ce qui l’attend aujourd’hui',
      holds: 'des nombres et des lignes neutres\u202f: aucun nom',
    },
  },
  urgent: {
    en: { to: 'a manager', purpose: 'what touches a date within a day', holds: 'neutral lines: no name' },
    fr: {
      to: 'une ou un responsable',
      purpose: 'ce qui touche une date dans la journée',
      holds: 'des lignes neutres\u202f: aucun nom',
    },
  },
  test: {
    en: {
      to: 'whoever runs the installation',
      purpose: 'to try whether mail arrives',
      holds: 'nothing of anybody',
    },
    fr: {
      to: 'qui exploite l’installation',
      purpose: 'vérifier que le courrier arrive',
      holds: 'rien sur personne',
    },
  },
  health: {
    en: {
      to: 'whoever runs the installation',
      purpose: 'that something is not as it must be, or that all is well again',
      holds: 'codes in words, and moments: nothing of anybody',
    },
    fr: {
      to: 'qui exploite l’installation',
      purpose: 'dire que quelque chose ne fonctionne pas, ou que tout fonctionne de nouveau',
      holds: 'des états et des dates\u202f: rien sur personne',
    },
  },
  'test-invite': {
    en: {
      to: 'a manager who asked for it',
      purpose: 'to try whether invites reach her own calendar and its answers come back',
      holds: 'an entry of fifteen minutes of nobody else',
    },
    fr: {
      to: 'une ou un responsable qui l’a demandé',
      purpose: 'vérifier que les invitations arrivent dans son propre agenda et que ses réponses reviennent',
      holds: 'un rendez-vous de quinze minutes qui ne concerne personne d’autre',
    },
  },
}
