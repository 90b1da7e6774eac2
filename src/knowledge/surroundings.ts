import { Injectable } from '@nestjs/common';
import { kindOf } from './content-file.js';
import { ContentStore } from './content-store.js';
import { readContent, type ReadContent } from './read-content.js';

/** What an article is read against while it is being written: the facts it may insert, the themes it may name. */
@Injectable()
export class Surroundings {
  private key = '';
  private read: Promise<ReadContent> | undefined;

  constructor(private readonly store: ContentStore) {}

  /** Read again only when one of those files changed: a preview comes with every pause of the keyboard. */
  async get(): Promise<ReadContent> {
    const files = (await this.store.files()).filter(({ path }) => ['facts', 'theme'].includes(kindOf(path) ?? ''));
    const key = files.map(({ hash }) => hash).join();
    if (this.read === undefined || key !== this.key) {
      this.key = key;
      this.read = this.store
        .texts(files.map(({ hash }) => hash))
        .then((textOf) => readContent(files.map(({ path, hash }) => ({ path, text: textOf(hash) }))));
    }
    return this.read;
  }
}
