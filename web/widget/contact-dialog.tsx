import { useWidget } from './context.js';
import { momentOf } from './dates.js';
import { Modal } from './modal.js';
import { OutLink } from './out-link.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Nobody has to use a chat: the services, their hours, and the plain page. */
export function ContactDialog() {
  const { state, texts } = useWidget();
  const { site } = state;
  return (
    <Modal title={texts.otherMeans}>
      {() => (
        <>
          {site?.services.map((service) => (
            <section key={service.id} class="hours">
              <h3>{service.name}</h3>
              <p class="soft">
                {service.open
                  ? texts.openNow
                  : service.nextOpening
                    ? texts.closedUntil(momentOf(service.nextOpening, state.lang))
                    : texts.closedNow}
              </p>
              {Object.keys(service.hours).length === 0 ? (
                <p>{texts.always}</p>
              ) : (
                <dl>
                  {DAYS.map((day) => (
                    <div key={day}>
                      <dt>{texts.days[day]}</dt>
                      <dd>{(service.hours[day] ?? []).map((range) => range.replace('-', ' – ')).join(', ') || texts.closedDay}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </section>
          ))}
          {site && (
            <p>
              <OutLink url={`/c/${encodeURIComponent(site.key)}`}>{texts.plainPage}</OutLink>
            </p>
          )}
        </>
      )}
    </Modal>
  );
}
