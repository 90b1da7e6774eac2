import { useWidget } from './context.js';
import { Icon } from './icon.js';
import { OutLink } from './out-link.js';

interface Props {
  title: string;
  url: string;
  needs?: string;
}
/** The one thing to press when the procedure can be done online. */
export function ServiceCard({ title, url, needs }: Props) {
  const { texts } = useWidget();
  return (
    <div class="service">
      <p class="service-kind">
        <Icon name="link" /> {texts.online}
      </p>
      <OutLink class="button" url={url} host>
        <span lang="fr">{title}</span>
      </OutLink>
      {needs && (
        <p class="soft">
          {texts.needs} <span lang="fr">{needs}</span>
        </p>
      )}
    </div>
  );
}
