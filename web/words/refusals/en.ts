import type { EventCode } from '../../../worker/domain/events.ts'
import { SESSION_MINUTES } from '../../../worker/domain/limits.ts'
import type { Refusal } from '../../../worker/domain/refusals.ts'
import { sessionEn } from '../pages/en/session.ts'
import type { Telling } from './telling.ts'

/** A sentence for every refusal: a new reason does not compile until it has one. */
export const refusalsEn: {
  readonly [R in Refusal['reason']]: (refusal: Extract<Refusal, { reason: R }>, tell: Telling) => string
} = {
  'in-the-past': () => 'This time has passed already.',
  'slot-taken': ({ until }, { time, mentor }) => `${mentor ?? 'The mentor'} is taken until ${time(until)}.`,
  'executive-busy': ({ until }, { time, executive }) =>
    `${executive ?? 'The executive'} is taken until ${time(until)}.`,
  'bad-length': ({ minutes }) =>
    `A session lasts from ${SESSION_MINUTES.least} minutes to ${SESSION_MINUTES.most / 60} hours, not ${minutes} minutes.`,
  'too-soon': ({ earliest }, { moment }) => `That is too soon: the earliest is ${moment(earliest)}.`,
  'beyond-horizon': ({ latest }, { moment }) => `That is too far ahead: the latest is ${moment(latest)}.`,
  blackout: ({ until, why }, { day }) => `Nothing is booked in these days: ${why}, until ${day(until)}.`,
  'outside-availability': (_, { mentor }) => `That is outside ${mentor ?? 'the mentor'}’s open hours.`,
  'outside-executive-hours': (_, { executive }) => `That is outside ${executive ?? 'the executive'}’s hours.`,
  buffer: ({ until }, { time }) =>
    `That is too close to another session: there is a break until ${time(until)}.`,
  'day-full': ({ most }) => `That day is full: ${most} at the most.`,
  'week-full': ({ most }) => `That week is full: ${most} at the most.`,
  'hours-unknown': () => 'The mentor’s calendar could not be read, so nothing in it counts as free.',
  'has-left': ({ who, on }, { day, mentor, executive }) =>
    `${who === 'mentor' ? (mentor ?? 'The mentor') : (executive ?? 'The executive')} can be booked until ${day(on)}.`,
  'not-found': () => 'There is nothing here under this address.',
  'undo-over': () => 'The minute is over: it has been told. Move it or cancel it instead.',
  'changed-since': ({ since }, { time, nameOf }) => {
    const said = since.map(
      ({ code, at, actorId }) =>
        `${happenedEn(code)} (${actorId === null ? sessionEn.sotto : (nameOf(actorId) ?? 'somebody')}, ${time(at)})`,
    )
    return `It was not taken back, since this has happened: ${said.join('; ')}. Look at it as it is now, and decide anew.`
  },
  'changed-meanwhile': () => 'Somebody else was faster. Please look again and choose once more.',
  'precondition-failed': () => 'This was changed since you read it. Read it again, and then decide.',
  'not-put-back': () => 'It was changed again since, so nothing was put back. This is how it stands now.',
  'id-taken': () => 'This id was used before for something else.',
  'pairing-closed': ({ status }) =>
    status === 'paused' ? 'This pairing is paused: wake it first.' : 'This pairing has ended.',
  'already-fixed': ({ start }, { moment }) =>
    `There is a date already: ${moment(start)}. Move that one instead.`,
  'plan-stopped': ({ sent, left }) =>
    `It stopped half-way. ${sent === 1 ? 'One row was sent' : `${sent} rows were sent`}, ${left} ${left === 1 ? 'is' : 'are'} left. Press again to send the rest: nobody gets a second mail.`,
  'no-meeting-ahead': () => 'There is no meeting ahead to which a question could be taken.',
  'no-slots': () => 'No time was found that suits both. Widen the hours, or choose a time yourself.',
  'only-refused-left': () =>
    'All the times that are left were refused in this round already. Widen the hours, or choose a time yourself.',
  'already-offered': ({ until }, { moment }) =>
    `Times are held for this pairing already, until ${moment(until)}.`,
  'offer-expired': ({ at }, { moment }) =>
    `These times were held until ${moment(at)}. New ones can be asked for.`,
  'option-expired': ({ at }, { moment }) =>
    `This time could be taken until ${moment(at)}. The other times still stand.`,
  'asked-lately': ({ until }, { moment }) =>
    `Whoever answers was asked or reminded a short time ago. A reminder is due from ${moment(until)}.`,
  'offer-superseded': () => 'Newer times were sent since. This page shows how things stand now.',
  'offer-closed': () => 'This has been settled since. This page shows how things stand now.',
  'already-answered': ({ at, start }, { moment, answerer }) =>
    `This was answered on ${moment(at)}${answerer ? `, by ${answerer}` : ''}${start === null ? '.' : `: ${moment(start)} was chosen. Move it?`}`,
  'no-such-option': () => 'That is not one of the times that are held.',
  'not-fixed': () => 'This session has no date that could be changed.',
  'not-invited': () => 'Nobody of that name is invited to this session.',
  'no-such-proposal': () => 'This proposal has been settled already.',
  'already-over': ({ end }, { moment }) => `This session was over on ${moment(end)}.`,
  'not-over-yet': ({ end }, { moment }) => `This can be logged once the session is over, on ${moment(end)}.`,
  'already-logged': ({ at }, { moment }) =>
    `This was logged on ${moment(at)}. Only a manager can correct it now.`,
  'not-logged': () => 'There is no log here to correct.',
  'log-replaceable': ({ until }, { time }) =>
    `Until ${time(until)} this log can simply be replaced. After that it is corrected, with a reason.`,
  'next-round-fixed': ({ start }, { moment }) => `The next session is fixed already, on ${moment(start)}.`,
  'stale-sequence': () => 'This answers an older date of the session.',
  superseded: () => 'A later answer has been received already.',
  'reporting-line': ({ steps }) =>
    steps === 1
      ? 'One of them reports to the other. Choose somebody from outside the reporting line.'
      : `One of them is ${steps} steps above the other. Choose somebody from outside the reporting line.`,
  'human-decides': () =>
    'This cannot be settled here: whoever arranges these meetings looks at it, and writes to you.',
  'already-paired': () => 'These two are paired already.',
  'title-not-neutral': ({ word }) =>
    `“${word}” would give it away: the title stands in two calendars that others read.`,
  'words-not-neutral': ({ word }) =>
    `“${word}” would give it away: others may read this mail over a shoulder. Say it in another word.`,
  'not-first-contact': () =>
    'Words of your own go with the first mail of a pairing only: these two have had a date.',
  'link-not-https': () => 'A link is a full https address, without a name or password in it.',
  'format-unreachable': () =>
    'Nobody could ever come to this: not after the closing talk, and not where the stage already is what it leads to.',
  'lines-with-errors': ({ lines }) =>
    lines === 1
      ? 'One line has an error, so nothing was imported. Correct it, and import the file again.'
      : `${lines} lines have errors, so nothing was imported. Correct them, and import the file again.`,
  'import-differs': () =>
    'Something has changed since you looked: this is what the file would do now. Read it, and confirm again.',
  'no-such-format': () => 'This is not a format of the programme’s list.',
  'no-such-track': () => 'This is not a track of the programme’s list.',
  'not-a-workshop': () => 'Only a workshop follows a track.',
  'formats-in-a-circle': () => 'These formats would wait for one another, and none of them would ever come.',
  'trips-overlap': () => 'On some of these days there is another trip already. Take that away first.',
  'list-full': ({ most }) => `The list is full: ${most} at the most. Put one away first.`,
  'length-not-offered': () => 'A quarter of an hour is not what is offered here.',
  'not-a-mentor': () => 'The one chosen as mentor is not a mentor of this programme.',
  'not-an-executive': () => 'The one chosen as executive is not an executive of this programme.',
  'not-a-manager': () => 'Only a manager of this programme gets these mails.',
  'no-deputy': () => 'The deputy has to be another manager of this programme.',
  'address-taken': () => 'This address belongs to somebody else here.',
  'next-round-open': () => 'The next round is open already.',
  'not-settled': () => 'This cannot be put away: it can be put off to a day, or settled by what it asks for.',
  'managed-elsewhere': () =>
    'Only somebody who manages all programmes of this person may change the address.',
  'day-passed': () => 'This day has passed or begun already.',
  'programme-needed': () =>
    'This person is in several of your programmes. Say which of them this is for: `?programme=`.',
  'no-such-person': () =>
    'One of the people named is not among those you work with, or is this person himself.',
  'notice-beyond-horizon': ({ notice, horizon }) =>
    `A notice of ${notice} hours is longer than the ${horizon} days ahead that can be booked: nothing could ever be found.`,
  'reporting-circle': () => 'The one chosen as superior reports to this person already.',
  'letter-overtaken': () =>
    'What this letter says is no longer so: sending it again would only confuse its reader.',
  'programme-closed': ({ at }, { moment }) =>
    at === null
      ? 'This programme is closed: nothing of it changes any more.'
      : `This programme was closed on ${moment(at)}: nothing of it changes any more.`,
  'sessions-ahead': ({ starts }, { moment }) =>
    `Dates are still fixed: ${starts.slice(0, 5).map(moment).join('; ')}${starts.length > 5 ? ` and ${starts.length - 5} more` : ''}. Wait until they are over, or say that they are to be cancelled.`,
  'last-manager': () => 'Somebody has to manage this programme: make another person its manager first.',
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
  'received-before': () => 'This mail was received before.',
  'settled-before': () => 'Somebody has just settled this mail in another way. Your answer was not recorded.',
  'already-said': ({ at }, { moment }) => `This was said on ${moment(at)} and can no longer be changed.`,
  'link-expired': ({ at, name, email }, { moment }) =>
    `This link was good until ${moment(at)}. For a new one, please write to ${name}, ${email}.`,
  'link-ended': ({ name, email }) =>
    `This link opens nothing any more. If you still need it, please write to ${name}, ${email}.`,
  'link-too-old': () =>
    'This asks for a sign-in that is younger than twelve hours. Sign in again by a new link.',
  'too-many-requests': ({ until }, { time }) =>
    `That was asked for very often. Please try again after ${time(until)}.`,
}

/** The history says what happens to a session; to its pairing only this can happen within the minute. */
function happenedEn(code: EventCode): string {
  const known: Readonly<Partial<Record<EventCode, string>>> = sessionEn.events
  return known[code] ?? 'The pairing was changed'
}
