package io.smsmessenger.spring.rest;

import io.smsmessenger.model.PageRequest;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The REST API.
 *
 * @param enabled Whether to expose the REST API; needs an SmsUserResolver bean.
 * @param basePath Path below which the REST API answers; everything below it is the API's.
 * @param defaultPageSize Number of items in a page when the caller does not say.
 * @param maxPageSize Largest number of items that a caller can ask for in a page, 200 at most.
 * @param maxBodySize Largest request body; longer ones are refused.
 */
@ConfigurationProperties("sms.rest")
record SmsRestProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("/api/sms/v1") String basePath,
        @DefaultValue("50") int defaultPageSize,
        @DefaultValue("100") int maxPageSize,
        @DefaultValue("64KB") DataSize maxBodySize) {
    SmsRestProperties {
        if (!basePath.matches("(/[^/]+)+")) {
            throw new IllegalArgumentException("sms.rest.base-path looks like /api/sms/v1, without a slash at its end");
        }
        if (defaultPageSize < 1 || defaultPageSize > maxPageSize || maxPageSize > PageRequest.MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "sms.rest.default-page-size is at least 1, sms.rest.max-page-size not less"
                            + " than that and at most " + PageRequest.MAX_LIMIT);
        }
    }
}
