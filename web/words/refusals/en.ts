import type { EventCode } from '../../../worker/domain/events.ts'
import type { OutwardWord } from '../../../worker/domain/letter/outward-fields.ts'
import { SESSION_MINUTES } from '../../../worker/domain/limits.ts'
import type { Refusal } from '../../../worker/domain/refusals.ts'
import { sessionEn } from '../pages/en/session.ts'
import type { Telling } from './telling.ts'

/** A sentence for every refusal: a new reason does not compile until it has one. */
export const refusalsEn: {
  readonly [R in Refusal['reason']]: (refusal: Extract<Refusal, { reason: R }>, tell: Telling) => string
} = {
  'in-the-past': () => 'This time has already passed.',
  'slot-taken': ({ until }, { time, mentor }) => `${mentor ?? 'The mentor'} is taken until ${time(until)}.`,
  'executive-busy': ({ until }, { time, executive }) =>
    `${executive ?? 'The executive'} is taken until ${time(until)}.`,
  'bad-length': ({ minutes }) =>
    `A session lasts from ${SESSION_MINUTES.least} minutes to ${SESSION_MINUTES.most / 60} hours, not ${minutes} minutes.`,
  'too-soon': ({ earliest }, { moment }) => `That is too soon: the earliest is ${moment(earliest)}.`,
  'beyond-horizon': ({ latest }, { moment }) => `That is too far ahead: the latest is ${moment(latest)}.`,
  blackout: ({ until, why }, { day }) => `Nothing is booked on these days: ${why}, until ${day(until)}.`,
  'outside-availability': (_, { mentor }) => `That is outside ${mentor ?? 'the mentor'}’s open hours.`,
  'outside-executive-hours': (_, { executive }) => `That is outside ${executive ?? 'the executive'}’s hours.`,
  buffer: ({ until }, { time }) =>
    `That is too close to another session: there is a break until ${time(until)}.`,
  'day-full': ({ most }) => `That day is full: at most ${most}.`,
  'week-full': ({ most }) => `That week is full: at most ${most}.`,
  'hours-unknown': () => 'The mentor’s calendar could not be read, so nothing in it counts as free.',
  'executive-hours-unknown': () =>
    'The executive’s calendar could not be read, so nothing in it counts as free.',
  'has-left': ({ who, on }, { day, mentor, executive }) =>
    `${who === 'mentor' ? (mentor ?? 'The mentor') : (executive ?? 'The executive')} can be booked until ${day(on)}.`,
  'not-found': () => 'There is nothing at this address, or you cannot see it.',
  'unseen-characters': () =>
    'One of the texts holds a character that cannot be seen, or a line break where one line is meant. Go back, type that text anew, and send it again.',
  'text-too-long': ({ most }) =>
    `One of the texts is longer than ${most} characters. Go back, shorten it, and send it again.`,
  'no-file-here': () => 'A file was sent where a text is meant. Go back, and type the text.',
  'undo-over': () => 'It is too late to undo: people have been told. Move it or cancel it instead.',
  'changed-since': ({ since }, { time, nameOf }) => {
    const said = since.map(
      ({ code, at, actorId }) =>
        `${happenedEn(code)} (${actorId === null ? sessionEn.sotto : (nameOf(actorId) ?? 'somebody')}, ${time(at)})`,
    )
    return `It was not undone, because this has happened since: ${said.join('; ')}. Look at it as it is now, and decide again.`
  },
  'changed-meanwhile': () => 'Somebody else was faster. Please look again and choose again.',
  'precondition-failed': () => 'This has changed since you read it. Read it again, and then decide.',
  'not-put-back': () => 'It has been changed again since, so nothing was put back. This is how it is now.',
  'id-taken': () => 'This id was used before for something else.',
  'pairing-closed': ({ status }) =>
    status === 'paused' ? 'This pairing is paused: resume it first.' : 'This pairing has ended.',
  'already-fixed': ({ start }, { moment }) =>
    `There is already a date: ${moment(start)}. Move that one instead.`,
  'plan-stopped': ({ sent, left }) =>
    `It stopped half-way. ${sent === 1 ? 'One row was sent' : `${sent} rows were sent`}, ${left} ${left === 1 ? 'is' : 'are'} left. Press again to send the rest: nobody gets a second email.`,
  'no-meeting-ahead': () => 'There is no meeting ahead to take a question to.',
  'no-private-note': () =>
    'A note of at most 2,000 characters can be kept from the beginning of a session until thirty days after it, if the programme allows it.',
  'no-slots': () => 'No time was found that suits both. Widen the hours, or choose a time yourself.',
  'only-refused-left': () =>
    'All the times that are left were already refused in this round. Widen the hours, or choose a time yourself.',
  'already-offered': ({ until }, { moment }) =>
    `Times are already held for this pairing, until ${moment(until)}.`,
  'offer-expired': ({ at }, { moment }) =>
    `These times were held until ${moment(at)}. You can ask for new ones.`,
  'option-expired': ({ at }, { moment }) =>
    `This time could be taken until ${moment(at)}. The other times still stand.`,
  'asked-lately': ({ until }, { moment }) =>
    `The person who answers was asked or reminded a short time ago. You can remind them from ${moment(until)}.`,
  'offer-superseded': () => 'Newer times have been sent since. This page shows how things stand now.',
  'offer-closed': () => 'This has been settled since. This page shows how things stand now.',
  'already-answered': ({ at, start }, { moment, answerer }) =>
    `This was answered on ${moment(at)}${answerer ? `, by ${answerer}` : ''}${start === null ? '.' : `: ${moment(start)} was chosen. Move it?`}`,
  'no-such-option': () => 'That is not one of the times that are held.',
  'not-fixed': () => 'This session has no date to change.',
  'not-invited': () => 'Nobody of that name is invited to this session.',
  'no-such-proposal': () => 'This proposal has already been settled.',
  'already-over': ({ end }, { moment }) => `This session ended on ${moment(end)}.`,
  'not-over-yet': ({ end }, { moment }) => `This can be logged once the session is over, on ${moment(end)}.`,
  'already-logged': ({ at }, { moment }) =>
    `This was logged on ${moment(at)}. Only a manager can correct it now.`,
  'not-logged': () => 'There is no log here to correct.',
  'nothing-corrected': () => 'This is what the log says already. Nothing was changed.',
  'log-replaceable': ({ until }, { time }) =>
    `Until ${time(until)}, this log can simply be replaced. After that it can be corrected, with a reason.`,
  'stages-off': () =>
    'In this programme, nobody records what an executive was seen doing. Leave that out, and save again.',
  'pulses-off': () => 'In this programme, nobody is asked how the sessions are going. Nothing was saved.',
  'next-round-fixed': ({ start }, { moment }) => `The next session is already fixed, on ${moment(start)}.`,
  'stale-sequence': () => 'This answers an older date of the session.',
  superseded: () => 'A later answer has already been received.',
  'reporting-line': ({ steps }) =>
    steps === 1
      ? 'One of them reports to the other. Choose somebody from outside the reporting line.'
      : `One of them is ${steps} steps above the other. Choose somebody from outside the reporting line.`,
  'human-decides': () =>
    'This cannot be settled here: the person who arranges these meetings will look at it, and write to you.',
  'already-paired': () => 'These two are already paired.',
  'outward-words': ({ found }) =>
    `${wordsIn(found)} would give it away: others read this in calendars and emails. Say it in another word, or say why it is right here.`,
  'words-not-neutral': ({ word }) =>
    `“${word}” would give it away: others read this in calendars and emails. Say it in another word.`,
  'not-first-contact': () =>
    'You can add your own words only to the first email of a pairing: these two have had a date.',
  'link-not-https': () => 'A link must be a full https address, without a name or password in it.',
  'format-unreachable': () =>
    'Nobody could ever reach this format: it cannot come after the closing talk, nor where its own stage has already been reached.',
  'lines-with-errors': ({ lines }) =>
    lines === 1
      ? 'One line has an error, so nothing was imported. Correct it, and import the file again.'
      : `${lines} lines have errors, so nothing was imported. Correct them, and import the file again.`,
  'import-differs': () =>
    'Something has changed since you looked: this is what the file would do now. Read it, and confirm again.',
  'link-taken': ({ on }, { day }) =>
    `On ${day(on)} this link of the mentor’s list serves another session. Choose another one, or leave the place open.`,
  'no-link-free': () =>
    'None of the mentor’s links can be used for this session on that day. Give the mentor more links, or set another place.',
  'no-such-format': () => 'This format is not in the programme’s list.',
  'no-such-track': () => 'This track is not in the programme’s list.',
  'not-a-workshop': () => 'Only a workshop follows a track.',
  'formats-in-a-circle': () => 'These formats would wait for one another, and none of them would ever come.',
  'trips-overlap': () => 'There is already another trip on some of these days. Remove that one first.',
  'list-full': ({ most }) => `The list is full: at most ${most}. Archive one first.`,
  'length-not-offered': () => 'A quarter of an hour is not what is offered here.',
  'not-a-mentor': () => 'The person chosen as mentor is not a mentor in this programme.',
  'not-an-executive': () => 'The person chosen as executive is not an executive in this programme.',
  'not-a-manager': () => 'Only a manager of this programme gets these emails.',
  'no-deputy': () => 'The deputy has to be another manager of this programme.',
  'address-taken': () => 'This address belongs to somebody else here.',
  'next-round-open': () => 'The next round is already open.',
  'reason-needed': () => 'Say why, in a word or two: the person who asked reads it.',
  'not-settled': () => 'This cannot be dismissed: put it off to a day, or do what it asks for.',
  'day-passed': () => 'This day has already passed or begun.',
  'key-too-long': ({ days }) => `A key can work for ${days} days at most. Please choose an earlier day.`,
  'webhook-url': () =>
    'It must be an https address with a public domain name, without a port or a user name, and not one of this installation.',
  'webhook-types': () =>
    'A webhook is told what happens in one programme, or the health of the installation, not both.',
  'webhook-off': () => 'This webhook is off: switch it on first.',
  'link-too-long': ({ days }) => `A link can work for ${days} days at most. Please choose an earlier day.`,
  'figures-ended': ({ name, email }) =>
    `This link no longer works. If you still need it, please write to ${name}, ${email}.`,
  'programme-needed': () =>
    'This person is in several of your programmes. Say which of them this is for: `?programme=`.',
  'no-such-person': () => 'One of the people named is not among those you work with, or is this very person.',
  'notice-beyond-horizon': ({ notice, horizon }) =>
    `A notice of ${notice} hours is longer than the ${horizon} days ahead that can be booked: nothing could ever be found.`,
  'reporting-circle': () => 'The person chosen as superior already reports to this person.',
  'letter-overtaken': () =>
    'What this email says is no longer true: sending it again would only confuse its reader.',
  'programme-closed': ({ at }, { moment }) =>
    at === null
      ? 'This programme is closed: nothing in it can be changed.'
      : `This programme was closed on ${moment(at)}: nothing in it can be changed.`,
  'sessions-ahead': ({ starts }, { moment }) =>
    `Dates are still fixed: ${starts.slice(0, 5).map(moment).join('; ')}${starts.length > 5 ? ` and ${starts.length - 5} more` : ''}. Wait until they are over, or choose to cancel them.`,
  'last-manager': () => 'Somebody has to manage this programme: make another person its manager first.',
  'owner-stays': () => 'This person runs the installation, and cannot be erased.',
  'owner-resumes': ({ names }) =>
    names.length === 0
      ? 'It concerns all programmes, so only whoever runs this installation lets emails go out again.'
      : `It concerns all programmes, so only whoever runs this installation lets emails go out again: ${names.join(', ')}.`,
  'role-in-use': ({ role }) =>
    ({
      mentor:
        'There are pairings with this mentor: hand them over or end them first, or say that this person leaves.',
      executive: 'There are pairings with this executive: end them first, or say that this person leaves.',
      assistant:
        'This person answers for executives: let somebody else answer for them first, or say that this person leaves.',
      manager: 'This person manages the programme.',
      sponsor: 'This person reads the programme’s figures.',
    })[role],
  'received-before': () => 'This email was received before.',
  'settled-before': () =>
    'Somebody has just dealt with this email in another way. Your answer was not recorded.',
  'already-said': ({ at }, { moment }) => `This was said on ${moment(at)} and can no longer be changed.`,
  'link-expired': ({ at, name, email }, { moment }) =>
    `This link worked until ${moment(at)}. For a new one, please write to ${name}, ${email}.`,
  'link-ended': ({ name, email }) =>
    `This link no longer works. If you still need it, please write to ${name}, ${email}.`,
  'key-reads-only': () => 'This key may only read.',
  'not-by-key': () => 'This is not done by a key: sign in for it.',
  'link-too-old': () => 'This needs a sign-in less than twelve hours old. Sign in again with a new link.',
  'too-many-requests': ({ until }, { time }) =>
    `That was asked for too often. Please try again after ${time(until)}.`,
  'network-asks-too-often': ({ until }, { time }) =>
    `Too many links were asked for from your network. Try again after ${time(until)}, or now over another network, such as your phone’s, or in a browser where you were signed in before.`,
}

/** The history says what happens to a session; to its pairing only this can happen within the minute. */
function happenedEn(code: EventCode): string {
  const known: Readonly<Partial<Record<EventCode, string>>> = sessionEn.events
  return known[code] ?? 'The pairing was changed'
}

function wordsIn(found: readonly OutwardWord[]): string {
  return [...new Set(found.map(({ word }) => `“${word}”`))].join(', ')
}
