package io.smsmessenger.spring;

import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.WebApplicationContext;

/** Tells whether there is a servlet container to take webhooks in, where Spring's web classes may be absent. */
final class WebApplications {
    private static final String SERVLET_CONTEXT = "org.springframework.web.context.WebApplicationContext";

    private WebApplications() {}

    static boolean isServlet(ApplicationContext context) {
        return ClassUtils.isPresent(SERVLET_CONTEXT, WebApplications.class.getClassLoader())
                && context instanceof WebApplicationContext;
    }
}
