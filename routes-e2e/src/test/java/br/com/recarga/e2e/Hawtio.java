package br.com.recarga.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The console, as an engineer finds his way in it. */
final class Hawtio {

    private Hawtio() {}

    /**
     * The row of a route among all of its context.
     *
     * @param base of the management port's address
     */
    static Locator rota(Page page, String base, String context, String id) {
        page.navigate(base + "/actuator/hawtio/camel");
        page.getByText(context).first().click();
        page.getByText("routes", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Routes", new Page.GetByTextOptions().setExact(true)).click();

        Locator row = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.GRIDCELL,
                                new Page.GetByRoleOptions().setName(id).setExact(true))));
        // Hawtio asks for all of it first
        row.waitFor();
        return row;
    }
}
