import { MAX_SHORT_NAME_CHARACTERS } from '../../../../worker/domain/limits.ts'
import type { AddressFault } from '../../../../worker/domain/people/address.ts'
import type { Role } from '../../../../worker/domain/people/person.ts'

export const peopleEn = {
  title: 'People',
  emptyTitle: 'Nobody here yet',
  empty: 'Add the executives and mentors of the programme, then those who answer for them.',
  addTitle: 'Somebody new',
  add: 'Add',
  name: 'Name',
  shortName: 'Short name',
  shortNameHint: 'In titles of calendars: “30 min with T. Leroy”. Empty: made from the name.',
  email: 'Address',
  aliases: 'Other addresses',
  oldAddress: (email: string) => `If the address changes: is ${email} still theirs?`,
  oldAddressHint:
    'Yes: answers from it count as before. No: links and sign-ins that went there end, and what is still open is sent to the new one.',
  oldAddressChoices: { yes: 'Yes, it stays one of their addresses', no: 'No, it was wrong or is gone' },
  aliasesHint: 'Separated by commas; answers from these count as theirs.',
  roles: 'In this programme',
  zone: 'Time zone',
  zoneHint: 'A city: Paris, Singapore, New York.',
  locale: 'Language',
  locales: { en: 'English', fr: 'Français' },
  unit: 'Unit',
  reportsTo: 'Reports to',
  nobody: 'nobody here',
  badName: 'Write a name.',
  badShortName: `At most ${MAX_SHORT_NAME_CHARACTERS} characters.`,
  badEmail: {
    'no-address': 'Write a full address, such as name@company.example.',
    'other-letters': 'Before the @ there are letters or signs that mail cannot be sent to, such as é.',
    'too-long': 'This address is too long for mail.',
  } satisfies Record<AddressFault, string>,
  badAlias: (address: string) => `“${address}” is not a full address.`,
  endsRoles: (name: string, roles: string) => `Yes, end it: ${name} is no longer ${roles} in this programme`,
  endsRolesNeeded: 'A box was unticked. Nothing has ended yet: say here whether it should.',
  roleEnds: {
    manager: 'A manager then sees nothing of this programme any more and hears nothing of it, at once.',
    mentor: 'A mentor then has no page of his own here any more, and is proposed to nobody.',
    executive: 'An executive then is proposed to nobody.',
    assistant: 'An assistant then can answer for nobody here.',
    sponsor: '',
  } satisfies Record<Role, string>,
  badRoles: 'Say what this person is in the programme.',
  badZone: (zone: string) =>
    zone === ''
      ? 'Write a city.'
      : `“${zone}” is no city that Sotto knows. Write a larger one nearby, such as Paris, or the name of the time zone, such as Europe/Paris.`,
  assistants: 'Assistants',
  noAssistant: 'Nobody answers for them; they are asked themselves.',
  assistedBy: (name: string) => `answered for by ${name}`,
  addAssistant: 'Who answers for them',
  addAssistantDo: 'Let them answer',
  removeAssistant: (name: string) => `Remove ${name}`,
  removeEnds: (name: string, executive: string, next: string) =>
    `${name} gets no more mails about ${executive}: no times to choose from, no changes, no list of the day before. The links that ${name} has for ${executive} open nothing any more, and an answer of theirs by mail waits on Today for you. Times on offer are asked of ${next}. Nothing of it comes back by itself: old links stay ended.`,
  replaces: (name: string) =>
    `Whoever is chosen takes the place of ${name}, who gets no more of these mails and whose links end at once.`,
  replaceAssistant: (name: string) => `Replace ${name}`,
  serves: 'Answers for',
  basics: 'Basics',
  hoursTitle: 'Hours',
  minutes: 'Session length',
  minutesHint: 'Empty: as the programme has it.',
  pairings: 'Pairings',
}
