import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Accounts } from '../accounts/index.js';
import { Addresses } from '../platform/addresses.js';
import { Config } from '../platform/config.js';
import { Log } from '../platform/logging.js';
import { Repeating } from '../platform/repeating.js';
import { worksQueues } from './access.js';
import { MailJobs, type MailJob } from './mail-jobs.js';

const LOOK_EVERY_MS = 5000;
/** Nothing in here may outlast the lease of a job. */
const SMTP_TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Tells the agents of a service that somebody waits for a call. A link only: neither the words nor the contact leave the house. */
@Injectable()
export class CallbackMail implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly job: Repeating;
  private readonly transport;

  constructor(
    private readonly jobs: MailJobs,
    private readonly accounts: Accounts,
    private readonly addresses: Addresses,
    private readonly config: Config,
    private readonly log: Log,
  ) {
    const { smtpUrl } = config.settings;
    this.transport = smtpUrl === undefined ? undefined : createTransport({ url: smtpUrl, ...SMTP_TIMEOUTS });
    this.job = new Repeating('mail', LOOK_EVERY_MS, () => this.run(), log);
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }
  async onApplicationShutdown(): Promise<void> {
    await this.job.stop();
    this.transport?.close();
  }

  async run(): Promise<void> {
    if (!(await this.jobs.anyDue())) return;
    if (this.transport === undefined) return this.jobs.drop();
    for (const job of await this.jobs.take()) await this.attempt(job);
  }

  private async attempt(job: MailJob): Promise<void> {
    try {
      await this.send(job);
    } catch (error) {
      const again = await this.jobs.failed(job);
      this.log.failure(again ? 'mail not sent' : 'mail given up', error, { job: job.id, attempts: job.attempts });
      return;
    }
    await this.jobs.done(job);
    this.log.event('mail sent', { job: job.id });
  }

  private async send({ id, conversation, service }: MailJob): Promise<void> {
    const to = (await this.accounts.list())
      .filter((account) => !account.disabled && account.ready && worksQueues(account) && account.services.includes(service))
      .map(({ email }) => email);
    if (to.length === 0) return;
    const host = new URL(this.addresses.base).hostname;
    const name = this.config.services.find((known) => known.id === service)?.name ?? service;
    await this.transport!.sendMail({
      from: { name: 'Guichet', address: this.config.settings.mailFrom ?? `guichet@${host}` },
      to,
      // The same for each attempt, so that a mailbox that got it twice shows it once.
      messageId: `<${id}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      subject: `Un rappel à faire (${name})`,
      text: `Bonjour,\n\nUne personne demande à être rappelée par le service « ${name} ».\n\nSa demande et ses coordonnées sont dans la console :\n${this.addresses.base}/console/desk/${conversation}\n\nCe message est envoyé automatiquement.\n`,
    });
  }
}
