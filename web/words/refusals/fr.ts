import type { EventCode } from '../../../worker/domain/events.ts'
import type { OutwardWord } from '../../../worker/domain/letter/outward-fields.ts'
import { SESSION_MINUTES } from '../../../worker/domain/limits.ts'
import { de } from '../elision.ts'
import { sessionFr } from '../pages/fr/session.ts'
import type { refusalsEn } from './en.ts'

export const refusalsFr: typeof refusalsEn = {
  'in-the-past': () => 'Cet horaire est déjà passé.',
  'slot-taken': ({ until }, { time, mentor }) =>
    `${mentor ?? 'Le mentor'} n’est pas libre avant ${time(until)}.`,
  'executive-busy': ({ until }, { time, executive }) =>
    `${executive ?? 'Le dirigeant'} n’est pas libre avant ${time(until)}.`,
  'bad-length': ({ minutes }) =>
    `Une séance dure de ${SESSION_MINUTES.least} minutes à ${SESSION_MINUTES.most / 60} heures, et non ${minutes} minutes.`,
  'too-soon': ({ earliest }, { moment }) => `C’est trop tôt\u202f: au plus tôt le ${moment(earliest)}.`,
  'beyond-horizon': ({ latest }, { moment }) => `C’est trop loin\u202f: au plus tard le ${moment(latest)}.`,
  blackout: ({ until, why }, { day }) =>
    `Rien n’est fixé ces jours-là\u202f: ${why}, jusqu’au ${day(until)}.`,
  'outside-availability': (_, { mentor }) =>
    `C’est en dehors des disponibilités ${mentor ? de(mentor) : 'du mentor'}.`,
  'outside-executive-hours': (_, { executive }) =>
    `C’est en dehors des horaires ${executive ? de(executive) : 'du dirigeant'}.`,
  buffer: ({ until }, { time }) =>
    `C’est trop près d’une autre séance\u202f: une pause est prévue jusqu’à ${time(until)}.`,
  'day-full': ({ most }) => `Cette journée est complète\u202f: ${most} au plus.`,
  'week-full': ({ most }) => `Cette semaine est complète\u202f: ${most} au plus.`,
  'hours-unknown': () => 'L’agenda du mentor n’a pas pu être lu\u202f: rien n’y est considéré comme libre.',
  'executive-hours-unknown': () =>
    'L’agenda du dirigeant n’a pas pu être lu\u202f: rien n’y est considéré comme libre.',
  'has-left': ({ who, on }, { day, mentor, executive }) =>
    `${who === 'mentor' ? (mentor ?? 'Le mentor') : (executive ?? 'Le dirigeant')} n’est disponible que jusqu’au ${day(on)}.`,
  'not-found': () => 'Il n’y a rien à cette adresse.',
  'unseen-characters': () =>
    'Un des textes contient un caractère invisible, ou un saut de ligne où une seule ligne est attendue. Revenez en arrière, saisissez ce texte à nouveau, puis renvoyez-le.',
  'text-too-long': ({ most }) =>
    `Un des textes dépasse ${most} caractères. Revenez en arrière, raccourcissez-le, puis renvoyez-le.`,
  'no-file-here': () =>
    'Un fichier a été envoyé à la place d’un texte. Revenez en arrière et saisissez le texte.',
  'undo-over': () =>
    'Il est trop tard pour annuler\u202f: les courriels sont partis. Déplacez ou annulez plutôt.',
  'changed-since': ({ since }, { time, nameOf }) => {
    const said = since.map(
      ({ code, at, actorId }) =>
        `${happenedFr(code)} (${actorId === null ? sessionFr.sotto : (nameOf(actorId) ?? 'quelqu’un')}, ${time(at)})`,
    )
    return `Rien n’a été annulé, car ceci s’est passé depuis\u202f: ${said.join('\u202f; ')}. Voyez l’état actuel, puis décidez de nouveau.`
  },
  'changed-meanwhile': () => 'Quelqu’un a agi entre-temps. Vérifiez, puis choisissez de nouveau.',
  'precondition-failed': () => 'Cela a changé depuis que vous l’avez lu. Relisez-le, puis décidez.',
  'not-put-back': () => 'Cela a encore changé depuis\u202f: rien n’a été rétabli. Voici l’état actuel.',
  'id-taken': () => 'Cet identifiant a déjà servi à autre chose.',
  'pairing-closed': ({ status }) =>
    status === 'paused' ? 'Ce binôme est en pause\u202f: reprenez-le d’abord.' : 'Ce binôme est terminé.',
  'already-fixed': ({ start }, { moment }) =>
    `Une date existe déjà\u202f: ${moment(start)}. Déplacez-la plutôt.`,
  'plan-stopped': ({ sent, left }) =>
    `L’envoi s’est arrêté en route\u202f: ${sent === 1 ? 'une ligne est partie' : `${sent} lignes sont parties`}, il en reste ${left}. Confirmez de nouveau pour envoyer le reste\u202f: personne ne recevra deux fois le même courriel.`,
  'no-meeting-ahead': () => 'Aucun rendez-vous à venir pour lequel laisser une question.',
  'no-private-note': () =>
    'Une note de 2\u202f000 caractères au plus peut être gardée du début d’une séance jusqu’à trente jours après, si le programme le permet.',
  'no-slots': () =>
    'Aucun créneau ne convient aux deux. Élargissez les disponibilités ou choisissez vous-même.',
  'only-refused-left': () =>
    'Tous les créneaux restants ont déjà été refusés pour ce rendez-vous. Élargissez les disponibilités ou choisissez vous-même.',
  'already-offered': ({ until }, { moment }) =>
    `Des créneaux sont déjà réservés pour ce binôme, jusqu’au ${moment(until)}.`,
  'offer-expired': ({ at }, { moment }) =>
    `Ces créneaux étaient réservés jusqu’au ${moment(at)}. Vous pouvez en demander d’autres.`,
  'option-expired': ({ at }, { moment }) =>
    `Ce créneau pouvait être retenu jusqu’au ${moment(at)}. Les autres restent possibles.`,
  'asked-lately': ({ until }, { moment }) =>
    `La personne qui répond a été sollicitée ou relancée il y a peu. Une relance est possible à partir du ${moment(until)}.`,
  'offer-superseded': () => 'De nouveaux créneaux ont été envoyés depuis. Cette page montre l’état actuel.',
  'offer-closed': () => 'Cela a été réglé depuis. Cette page montre l’état actuel.',
  'already-answered': ({ at, start }, { moment, answerer }) =>
    `Réponse donnée le ${moment(at)}${answerer ? `, par ${answerer}` : ''}${start === null ? '.' : `\u202f; date choisie\u202f: ${moment(start)}. La déplacer\u202f?`}`,
  'no-such-option': () => 'Ce n’est pas l’un des créneaux réservés.',
  'not-fixed': () => 'Cette séance n’a pas de date à modifier.',
  'not-invited': () => 'Personne de ce nom n’est invité à cette séance.',
  'no-such-proposal': () => 'Cette proposition est déjà réglée.',
  'already-over': ({ end }, { moment }) => `Cette séance s’est terminée le ${moment(end)}.`,
  'not-over-yet': ({ end }, { moment }) =>
    `Le compte rendu se fait une fois la séance terminée, le ${moment(end)}.`,
  'already-logged': ({ at }, { moment }) =>
    `Compte rendu enregistré le ${moment(at)}. Seule une personne responsable peut encore le corriger.`,
  'not-logged': () => 'Il n’y a pas de compte rendu à corriger ici.',
  'nothing-corrected': () => 'C’est déjà ce que dit le compte rendu. Rien n’a été modifié.',
  'log-replaceable': ({ until }, { time }) =>
    `Jusqu’à ${time(until)}, ce compte rendu se remplace simplement. Ensuite il se corrige, avec une raison.`,
  'stages-off': () =>
    'Dans ce programme, on ne note pas ce que l’on a vu faire. Laissez cette réponse vide, puis enregistrez de nouveau.',
  'pulses-off': () =>
    'Dans ce programme, on ne demande à personne comment se passent les séances. Rien n’a été enregistré.',
  'next-round-fixed': ({ start }, { moment }) => `La séance suivante est déjà fixée au ${moment(start)}.`,
  'stale-sequence': () => 'Cette réponse concerne une date plus ancienne.',
  superseded: () => 'Une réponse plus récente a déjà été reçue.',
  'reporting-line': ({ steps }) =>
    steps === 1
      ? 'L’une de ces personnes dépend hiérarchiquement de l’autre. Choisissez quelqu’un hors de la ligne hiérarchique.'
      : `L’une de ces personnes est ${steps} échelons au-dessus de l’autre. Choisissez quelqu’un hors de la ligne hiérarchique.`,
  'human-decides': () =>
    'Cela ne peut pas se régler ici\u202f: la personne qui organise ces rendez-vous s’en occupe et vous écrira.',
  'already-paired': () => 'Ces deux personnes forment déjà un binôme.',
  'outward-words': ({ found }) =>
    `${wordsIn(found)}\u202f: cela en dirait trop, car d’autres lisent ce texte dans les agendas et les courriels. Dites-le autrement, ou dites pourquoi c’est juste ici.`,
  'words-not-neutral': ({ word }) =>
    `«\u202f${word}\u202f» en dirait trop, car d’autres lisent ce texte dans les agendas et les courriels. Dites-le autrement.`,
  'not-first-contact': () =>
    'Seul le premier courriel d’un binôme peut être écrit avec vos mots\u202f: celui-ci a déjà eu une date.',
  'link-not-https': () => 'Un lien est une adresse https complète, sans nom ni mot de passe.',
  'format-unreachable': () =>
    'Ce format ne serait jamais proposé\u202f: ni après la dernière rencontre, ni une fois atteinte l’étape à laquelle il mène.',
  'lines-with-errors': ({ lines }) =>
    lines === 1
      ? 'Une ligne contient une erreur\u202f: rien n’a été importé. Corrigez-la, puis importez de nouveau le fichier.'
      : `${lines} lignes contiennent des erreurs\u202f: rien n’a été importé. Corrigez-les, puis importez de nouveau le fichier.`,
  'import-differs': () =>
    'Quelque chose a changé depuis votre lecture\u202f: voici ce que ferait le fichier maintenant. Relisez, puis confirmez.',
  'link-taken': ({ on }, { day }) =>
    `Le ${day(on)}, ce lien de la liste du mentor sert déjà à une autre séance. Choisissez-en un autre, ou laissez le lieu ouvert.`,
  'no-link-free': () =>
    'Aucun lien du mentor ne convient à cette séance ce jour-là. Ajoutez des liens à sa liste, ou indiquez un autre lieu.',
  'no-such-format': () => 'Ce format n’est pas dans la liste du programme.',
  'no-such-track': () => 'Ce parcours n’est pas dans la liste du programme.',
  'not-a-workshop': () => 'Seul un atelier suit un parcours.',
  'formats-in-a-circle': () => 'Ces formats s’attendraient l’un l’autre, et aucun ne viendrait jamais.',
  'trips-overlap': () => 'Un autre déplacement est déjà noté pour certains de ces jours. Retirez-le d’abord.',
  'list-full': ({ most }) => `La liste est pleine\u202f: ${most} au plus. Archivez-en un d’abord.`,
  'length-not-offered': () => 'Un quart d’heure n’est pas proposé ici.',
  'not-a-mentor': () => 'La personne choisie n’est pas mentor dans ce programme.',
  'not-an-executive': () => 'La personne choisie ne figure pas parmi les dirigeants de ce programme.',
  'not-a-manager': () => 'Ces courriels sont réservés aux responsables de ce programme.',
  'no-deputy': () => 'La suppléance revient à une autre personne responsable de ce programme.',
  'address-taken': () => 'Cette adresse appartient ici à quelqu’un d’autre.',
  'next-round-open': () => 'La séance suivante est déjà en préparation.',
  'reason-needed': () => 'Dites pourquoi, en quelques mots\u202f: la personne qui demande le lira.',
  'not-settled': () => 'Cela ne se classe pas\u202f: reportez-le à un jour, ou réglez ce qu’il demande.',
  'day-passed': () => 'Ce jour est déjà passé ou commencé.',
  'key-too-long': ({ days }) =>
    `Une clé peut servir ${days} jours au plus. Veuillez choisir une date plus proche.`,
  'webhook-url': () =>
    'Il faut une adresse en https avec un nom de domaine public, sans port ni nom d’utilisateur, et qui ne soit pas de cette installation.',
  'webhook-types': () =>
    'Un webhook est prévenu de ce qui se passe dans un programme, ou de l’état de l’installation, pas des deux.',
  'webhook-off': () => 'Ce webhook est désactivé\u202f: activez-le d’abord.',
  'link-too-long': ({ days }) =>
    `Un lien fonctionne pendant ${days} jours au plus. Choisissez un jour plus proche.`,
  'figures-ended': ({ name, email }) =>
    `Ce lien n’est plus valable. Si vous en avez encore besoin, écrivez à ${name}, ${email}.`,
  'programme-needed': () =>
    'Cette personne est dans plusieurs de vos programmes. Précisez lequel\u202f: `?programme=`.',
  'no-such-person': () =>
    'L’une des personnes indiquées n’est pas de celles avec qui vous travaillez, ou c’est cette personne elle-même.',
  'notice-beyond-horizon': ({ notice, horizon }) =>
    `Un préavis de ${notice} heures dépasse les ${horizon} jours ouverts à la réservation\u202f: aucun créneau ne serait jamais trouvé.`,
  'reporting-circle': () => 'La personne choisie dépend déjà de celle-ci.',
  'letter-overtaken': () =>
    'Ce que dit ce courriel n’est plus vrai\u202f: le renvoyer prêterait à confusion.',
  'programme-closed': ({ at }, { moment }) =>
    at === null
      ? 'Ce programme est clos\u202f: plus rien n’y change.'
      : `Ce programme a été clos le ${moment(at)}\u202f: plus rien n’y change.`,
  'sessions-ahead': ({ starts }, { moment }) =>
    `Des dates sont encore fixées\u202f: ${starts.slice(0, 5).map(moment).join('\u202f; ')}${starts.length > 5 ? ` et ${starts.length === 6 ? 'une autre' : `${starts.length - 5} autres`}` : ''}. Attendez qu’elles soient passées, ou dites qu’il faut les annuler.`,
  'last-manager': () =>
    'Il faut quelqu’un pour gérer ce programme\u202f: donnez d’abord ce rôle à une autre personne.',
  'owner-stays': () => 'Cette personne fait fonctionner l’installation\u202f: elle ne peut pas être effacée.',
  'owner-resumes': ({ names }) =>
    names.length === 0
      ? 'Cela concerne tous les programmes\u202f: seule la personne qui fait fonctionner l’installation peut laisser repartir les courriels.'
      : `Cela concerne tous les programmes\u202f: seule la personne qui fait fonctionner l’installation peut laisser repartir les courriels\u202f: ${names.join(', ')}.`,
  'role-in-use': ({ role }) =>
    ({
      mentor:
        'Ce mentor a des binômes\u202f: confiez-les à un autre ou terminez-les d’abord, ou indiquez son départ.',
      executive: 'Cette personne a des binômes\u202f: terminez-les d’abord, ou indiquez son départ.',
      assistant:
        'Cette personne répond pour des dirigeants\u202f: désignez d’abord quelqu’un d’autre, ou indiquez son départ.',
      manager: 'Cette personne gère le programme.',
      sponsor: 'Cette personne lit les chiffres du programme.',
    })[role],
  'received-before': () => 'Ce courriel a déjà été reçu.',
  'settled-before': () =>
    'Quelqu’un vient de traiter ce courriel autrement. Votre réponse n’a pas été enregistrée.',
  'already-said': ({ at }, { moment }) =>
    `Réponse donnée le ${moment(at)}\u202f; elle ne peut plus être modifiée.`,
  'link-expired': ({ at, name, email }, { moment }) =>
    `Ce lien était valable jusqu’au ${moment(at)}. Pour en recevoir un autre, écrivez à ${name}, ${email}.`,
  'link-ended': ({ name, email }) =>
    `Ce lien n’est plus valable. Si vous en avez encore besoin, écrivez à ${name}, ${email}.`,
  'key-reads-only': () => 'Cette clé ne permet que de lire.',
  'not-by-key': () => 'Cela ne se fait pas avec une clé\u202f: connectez-vous.',
  'link-too-old': () =>
    'Ceci demande une connexion de moins de douze heures. Reconnectez-vous avec un nouveau lien.',
  'too-many-requests': ({ until }, { time }) => `Trop de demandes. Réessayez après ${time(until)}.`,
  'network-asks-too-often': ({ until }, { time }) =>
    `Trop de liens ont été demandés depuis votre réseau. Réessayez après ${time(until)}, ou dès maintenant par un autre réseau, celui de votre téléphone par exemple, ou dans un navigateur où vous vous êtes déjà connecté.`,
}

/** As `happenedEn`. */
function happenedFr(code: EventCode): string {
  const known: Readonly<Partial<Record<EventCode, string>>> = sessionFr.events
  return known[code] ?? 'Le binôme a été modifié'
}

function wordsIn(found: readonly OutwardWord[]): string {
  return [...new Set(found.map(({ word }) => `«\u202f${word}\u202f»`))].join(', ')
}
