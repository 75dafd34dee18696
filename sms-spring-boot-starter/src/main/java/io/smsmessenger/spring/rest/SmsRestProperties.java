package io.smsmessenger.spring.rest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The REST API.
 *
 * @param enabled whether to expose the REST API; needs an SmsUserResolver bean
 * @param basePath path below which the REST API answers; everything below it is the API's
 * @param defaultPageSize number of items in a page when the caller does not say
 * @param maxPageSize largest number of items that a caller can ask for in a page, 200 at most
 * @param maxBodySize largest request body; longer ones are refused
 */
@ConfigurationProperties("sms.rest")
record SmsRestProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("/api/sms/v1") String basePath,
        @DefaultValue("50") int defaultPageSize,
        @DefaultValue("100") int maxPageSize,
        @DefaultValue("64KB") DataSize maxBodySize) {}
