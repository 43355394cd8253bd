import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Owner = { readonly name: string; readonly email: string }
type Ports = { readonly marionette: number; readonly smtp: number }

/** A profile with one account that fetches nothing, one outgoing server and one calendar. */
export async function writeProfile(folder: string, { name, email }: Owner, ports: Ports): Promise<void> {
  const mail = join(folder, 'Mail')
  const preferences = {
    'marionette.port': ports.marionette,

    'mail.accountmanager.accounts': 'account1,account2',
    'mail.accountmanager.defaultaccount': 'account1',
    'mail.accountmanager.localfoldersserver': 'server2',
    'mail.account.account1.identities': 'id1',
    'mail.account.account1.server': 'server1',
    'mail.account.account2.server': 'server2',
    'mail.identity.id1.fullName': name,
    'mail.identity.id1.useremail': email,
    'mail.identity.id1.smtpServer': 'smtp1',
    'mail.identity.id1.fcc': false,
    'mail.identity.id1.valid': true,
    'mail.server.server1.type': 'pop3',
    'mail.server.server1.hostname': '127.0.0.1',
    'mail.server.server1.userName': email,
    'mail.server.server1.name': email,
    'mail.server.server1.directory': join(mail, 'own'),
    'mail.server.server1.check_new_mail': false,
    'mail.server.server1.login_at_startup': false,
    'mail.server.server1.download_on_biff': false,
    'mail.server.server2.type': 'none',
    'mail.server.server2.hostname': 'Local Folders',
    'mail.server.server2.userName': 'nobody',
    'mail.server.server2.name': 'Local Folders',
    'mail.server.server2.directory': join(mail, 'Local Folders'),
    'mail.smtpservers': 'smtp1',
    'mail.smtp.defaultserver': 'smtp1',
    'mail.smtpserver.smtp1.hostname': '127.0.0.1',
    'mail.smtpserver.smtp1.port': ports.smtp,
    'mail.smtpserver.smtp1.authMethod': 1,
    'mail.smtpserver.smtp1.try_ssl': 0,

    'calendar.registry.diary.type': 'storage',
    'calendar.registry.diary.uri': 'moz-storage-calendar://',
    'calendar.registry.diary.name': 'Diary',
    'calendar.registry.diary.imip.identity.key': 'id1',
    'calendar.list.sortOrder': 'diary',
    'calendar.timezone.local': 'Europe/Paris',
    'calendar.timezone.useSystemTimezone': false,

    // No prompts, no telemetry, no mail checks.
    'mail.shell.checkDefaultClient': false,
    'mail.provider.suppress_dialog_on_startup': true,
    'mail.spotlight.firstRunDone': true,
    'mail.winsearch.firstRunDone': true,
    'mail.rights.version': 1,
    'mailnews.start_page.enabled': false,
    'app.donation.eoy.version.viewed': 999,
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
    'datareporting.healthreport.uploadEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'extensions.update.enabled': false,
    'browser.safebrowsing.update.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.manage-offline-status': false,
    'offline.startup_state': 2,
  }
  await mkdir(join(mail, 'own'), { recursive: true })
  await mkdir(join(mail, 'Local Folders'), { recursive: true })
  await writeFile(join(mail, 'own', 'Inbox'), '')
  const lines = Object.entries(preferences).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`,
  )
  await writeFile(join(folder, 'user.js'), lines.join(''))
}
