import type { Thunderbird } from './thunderbird.ts'

/** The text of the bar above an opened mail, and the ids of its buttons. */
export type Bar = { readonly text: string; readonly buttons: readonly string[] }

/** An event as the calendar stores it. */
export type Kept = {
  readonly uid: string
  readonly start: number
  readonly end: number
  readonly sequence: string
  readonly status: string | null
  readonly answer: string | null
}

/** Opens a received mail in a tab and returns its bar once it has buttons. */
export async function openMail({ run }: Thunderbird, raw: string): Promise<Bar> {
  return (await run(OPEN, raw)) as Bar
}

/** Presses a button in the bar above the opened mail. */
export async function press({ run }: Thunderbird, button: string): Promise<void> {
  await run(PRESS, button)
}

/** All events in its calendars. */
export async function inCalendars({ run }: Thunderbird): Promise<readonly Kept[]> {
  return (await run(LIST)) as readonly Kept[]
}

const TOOLS = `
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs')
  const { cal } = ChromeUtils.importESModule('resource:///modules/calendar/calUtils.sys.mjs')
  const pause = (time) => new Promise((resolve) => {
    const timer = Components.classes['@mozilla.org/timer;1'].createInstance(Components.interfaces.nsITimer)
    pause.timers = [...(pause.timers ?? []), timer]
    timer.initWithCallback({ notify: resolve }, time, 0)
  })
  const waitFor = async (what, found) => {
    for (let turn = 0; turn < 100; turn += 1) {
      const value = await found()
      if (value) return value
      await pause(200)
    }
    throw new Error('waited in vain for ' + what)
  }
  const tabmail = () => Services.wm.getMostRecentWindow('mail:3pane')?.document.getElementById('tabmail')
  const shown = () => tabmail()?.currentAboutMessage
  const bar = (view) => view.document.querySelector('.calendar-notification-bar')
  const buttons = (view) =>
    [...view.document.getElementById('imip-view-toolbar').getElementsByTagName('toolbarbutton')]
      .filter((each) => each.id && !each.hidden)
      .map((each) => each.id)
`

const OPEN = `${TOOLS}
  const [raw] = args
  await waitFor('the main window', () => tabmail()?.tabInfo?.length)
  await waitFor('the calendar', () => cal.manager.getCalendars().length)
  const server = MailServices.accounts.defaultAccount.incomingServer
  const inbox = server.rootFolder.getChildNamed('Inbox')
  const header = inbox.QueryInterface(Components.interfaces.nsIMsgLocalMailFolder).addMessage(raw)
  tabmail().closeOtherTabs(tabmail().tabInfo[0])
  tabmail().openTab('mailMessageTab', { messageURI: inbox.getUriForMsg(header), background: false })
  const view = await waitFor('the invite bar', () =>
    shown()?.gMessage?.messageId === header.messageId && bar(shown())?.collapsed === false && buttons(shown()).length && shown())
  await waitFor('an offer', () => view.calImipBar.itipItem)
  return { text: view.document.querySelector('.calendar-notification-bar .msgNotificationBarText').textContent, buttons: buttons(view) }
`

const PRESS = `${TOOLS}
  const [button] = args
  const element = shown().document.getElementById(button)
  if (element.hidden) throw new Error(button + ' is not offered')
  element.doCommand()
`

const LIST = `${TOOLS}
  const every = Components.interfaces.calICalendar.ITEM_FILTER_ALL_ITEMS
  const lists = await Promise.all(cal.manager.getCalendars().map((each) => each.getItemsAsArray(every, 0, null, null)))
  return lists.flat().map((item) => ({
    uid: item.id,
    start: item.startDate.nativeTime / 1000,
    end: item.endDate.nativeTime / 1000,
    sequence: item.getProperty('SEQUENCE') ?? '0',
    status: item.status,
    answer: cal.itip.getInvitedAttendee(item)?.participationStatus ?? null,
  }))
`
