import { type PersonRules, type Role, RULE_FIELDS } from '../../../../worker/domain/people/person.ts'
import { type WhatHolds, whatHolds } from '../../../../worker/domain/people/what-holds.ts'
import { CheckField, Hidden, SelectField, TextArea, TextField, wholeInput } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import { MinutesField } from '../../../parts/minutes-field.tsx'
import { OutwardReason } from '../../../parts/outward-reason.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { NeverRows, TripRows } from '../../../parts/rule-rows.tsx'
import { rulesAsTyped, tripsAsShown, WHOLE_RULE_INPUTS } from '../../../parts/rules-fields.ts'
import { WholeRuleField } from '../../../parts/whole-rule-field.tsx'
import { within } from '../../../parts/within.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { weekLines } from '../../../words/week.ts'
import { paths } from '../../paths.ts'
import { Hold, Holds, Rule } from './holds.tsx'
import type { PersonData } from './person-data.ts'
import { PersonSection } from './person-section.tsx'
import { PART } from './person-sections.ts'

type Props = {
  readonly frame: PageFrame
  readonly action: string
  readonly rules: PersonRules
  readonly roles: readonly Role[]
  /** With the trips, which else have a form of their own. */
  readonly isWhole?: boolean
  readonly form: FormState
}

/** What bounds his sessions: each rule with whose word it is. */
export function Rules({ data }: { readonly data: PersonData }) {
  const { frame, id, form, rules, stored } = data
  return (
    <PersonSection
      data={data}
      id="rules"
      title={wordsFor(frame).rules.title}
      read={<Shown data={data} />}
      form={
        <PersonRulesForm
          frame={frame}
          action={within(frame, paths.personRules(id))}
          rules={rules}
          roles={stored.roles}
          isWhole={data.editing?.isWhole ?? false}
          form={form}
        />
      }
    />
  )
}

function Shown({ data }: { readonly data: PersonData }) {
  const { frame, blockers, rules, policy, stored } = data
  const holds = whatHolds({ blockers, rules }, policy)
  const { rules: words, person } = wordsFor(frame)
  const isExecutive = stored.roles.includes('executive')
  const notice = isExecutive ? holds.executiveNotice : holds.mentorNotice
  return (
    <Holds>
      {isExecutive ? <ShownOfExecutive data={data} holds={holds} /> : null}
      <Rule frame={frame} of={person.notice} held={notice}>
        {person.hours(notice.value)}
      </Rule>
      {stored.roles.includes('mentor') ? (
        <>
          <Rule frame={frame} of={person.buffers} held={holds.buffers}>
            {person.minutesAround(holds.buffers.value)}
          </Rule>
          {rules.meetingLink ? (
            <Hold of={words.meetingLink} why={person.why.own}>
              {rules.meetingLink}
            </Hold>
          ) : null}
          {rules.meetingLinks?.length ? (
            <Hold of={words.meetingLinks} why={person.why.own}>
              {words.countOfLinks(rules.meetingLinks.length)}
            </Hold>
          ) : null}
        </>
      ) : null}
      <Rule frame={frame} of={words.perDay} held={holds.perDay}>
        {holds.perDay.value ?? person.noLimit}
      </Rule>
      <Rule frame={frame} of={words.perWeek} held={holds.perWeek}>
        {holds.perWeek.value ?? person.noLimit}
      </Rule>
      <Topics of={words.wished} topics={rules.topics?.wished} />
      <Topics of={words.taught} topics={rules.topics?.taught} />
    </Holds>
  )
}

function ShownOfExecutive({ data, holds }: { readonly data: PersonData; readonly holds: WhatHolds }) {
  const { frame, rules } = data
  const { rules: words, person, presets } = wordsFor(frame)
  const never = weekLines(rules.never ?? [], frame.locale)
  return (
    <>
      <Rule frame={frame} of={person.length} held={holds.minutes}>
        {presets.minutes(holds.minutes.value)}
        {holds.minutes.why === 'own' ? null : ` ${person.orFormat}`}
      </Rule>
      <Rule frame={frame} of={person.way} held={holds.travelBuffer}>
        {holds.travelBuffer.value === 0 ? person.noWay : presets.minutes(holds.travelBuffer.value)}
      </Rule>
      <Rule frame={frame} of={person.mentorName} held={holds.mentorHidden}>
        {holds.mentorHidden.value ? person.hidden : person.shown}
      </Rule>
      <Rule frame={frame} of={words.wording} held={holds.wording}>
        {holds.wording.value === 'name' || holds.wording.value === 'plain'
          ? words.wordings[holds.wording.value]
          : words.quoted(holds.wording.value)}
      </Rule>
      {never.length > 0 ? (
        <Hold of={words.never} why={person.why.own}>
          {never.join('; ')}
        </Hold>
      ) : null}
    </>
  )
}

function Topics({
  of,
  topics = [],
}: {
  readonly of: string
  readonly topics?: readonly string[] | undefined
}) {
  return topics.length > 0 ? <Hold of={of}>{topics.join(', ')}</Hold> : null
}

/** A mentor's or executive's own rules, beyond the weekly hours. */
export function PersonRulesForm({ frame, action, rules, roles, isWhole = true, form }: Props) {
  const words = wordsFor(frame).rules
  const shown: FormState = {
    ...form,
    values: { ...rulesAsTyped(rules), ...tripsAsShown(rules, frame.locale), ...form.values },
  }
  return (
    <form method="post" action={action} class="stack" data-enhance="#content">
      <p class="soft">{words.mentorAbout}</p>
      {isWhole ? null : <Hidden values={{ [PART]: 'rules' }} />}
      {roles.includes('executive') ? <ExecutiveRules frame={frame} form={shown} isWhole={isWhole} /> : null}
      {roles.includes('mentor') ? <MentorRules frame={frame} form={shown} /> : null}
      <OutwardReason frame={frame} form={shown} />
      <WholeRuleField form={shown} rule="notice" label={words.notice} hint={words.noticeHint} />
      <WholeRuleField form={shown} rule="perDay" label={words.perDay} />
      <WholeRuleField form={shown} rule="perWeek" label={words.perWeek} />
      <p>
        <button class="primary" type="submit">
          {words.save}
        </button>
      </p>
    </form>
  )
}

type Part = { readonly frame: PageFrame; readonly form: FormState }

function MentorRules({ frame, form }: Part) {
  const words = wordsFor(frame).rules
  return (
    <>
      <Buffer form={form} name="rule-before" label={words.before} />
      <Buffer form={form} name="rule-after" label={words.after} />
      <TextField
        form={form}
        name="rule-link"
        label={words.meetingLink}
        hint={words.meetingLinkHint}
        attributes={{ maxlength: RULE_FIELDS.meetingLink.characters }}
      />
      <TextArea form={form} name="rule-links" label={words.meetingLinks} hint={words.meetingLinksHint} />
      <TextField form={form} name="rule-taught" label={words.taught} hint={words.topicsHint} />
    </>
  )
}

function ExecutiveRules({ frame, form, isWhole }: Part & { readonly isWhole: boolean }) {
  const words = wordsFor(frame).rules
  const names = (['preset', 'hidden', 'shown'] as const).map((value) => ({
    value,
    label: words.mentorNames[value],
  }))
  return (
    <>
      <MinutesField form={form} name={WHOLE_RULE_INPUTS.minutes} label={words.minutes} />
      <WholeRuleField form={form} rule="travelBuffer" label={words.travelBuffer} />
      <CheckField form={form} name="rule-short" label={words.shortNotice} hint={words.shortNoticeHint} />
      <NeverRows frame={frame} form={form} />
      {isWhole ? <TripRows frame={frame} form={form} /> : null}
      <SelectField
        form={form}
        name="rule-wording"
        label={words.wording}
        choices={WORDINGS.map((value) => ({ value, label: words.wordings[value || 'programme'] }))}
      />
      <TextField
        form={form}
        name="rule-title"
        label={words.ownTitle}
        hint={words.ownTitleHint}
        attributes={{ maxlength: RULE_FIELDS.wording.characters }}
      />
      <SelectField form={form} name="rule-hidden" label={words.mentorName} choices={names} />
      <TextField form={form} name="rule-wished" label={words.wished} hint={words.topicsHint} />
    </>
  )
}

const WORDINGS = ['', 'name', 'plain', 'own'] as const

type BufferProps = { readonly form: FormState; readonly name: string; readonly label: string }

function Buffer({ form, name, label }: BufferProps) {
  const attributes = wholeInput(RULE_FIELDS.buffers.range)
  return <TextField form={form} name={name} label={label} type="number" attributes={attributes} />
}
