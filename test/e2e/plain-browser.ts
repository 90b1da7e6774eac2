type Fields = Record<string, string>;

/** What a browser without JavaScript does: keeps cookies, follows redirects, sends the forms of the page. */
export class PlainBrowser {
  status = 0;
  html = '';
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  /** What is read: the page without its tags. */
  get text(): string {
    return this.html
      .replace(/<[^>]*>/g, ' ')
      .replace(/&#39;/g, "'")
      .replace(/\s+/g, ' ');
  }

  async open(path: string): Promise<this> {
    return this.go(path, {});
  }

  /** The hidden fields of the first form that goes to a path, and where it goes. */
  form(to: string): Fields {
    const form = new RegExp(`<form[^>]*action="([^"]*/${to}[^"]*)"[^>]*>([\\s\\S]*?)</form>`).exec(this.html);
    if (form === null) throw new Error(`no form goes to ${to}`);
    const hidden = [...form[2]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]);
    return { action: form[1]!, ...Object.fromEntries(hidden) };
  }

  /** Presses a button of the page. */
  submit(fields: Fields): Promise<this> {
    return this.post(this.form('messages'), fields);
  }

  post({ action, ...hidden }: Fields, fields: Fields): Promise<this> {
    return this.go(action!, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ ...hidden, ...fields }).toString(),
    });
  }

  private async go(path: string, request: RequestInit): Promise<this> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.url), {
      ...request,
      redirect: 'manual',
      headers: { ...request.headers, ...(cookie === '' ? {} : { Cookie: cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name!, value!);
    }
    if (response.status === 303) return this.go(response.headers.get('location')!, {});
    this.status = response.status;
    this.html = await response.text();
    return this;
  }
}
